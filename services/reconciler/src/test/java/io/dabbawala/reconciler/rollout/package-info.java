@org.jspecify.annotations.NullMarked
package io.dabbawala.reconciler.rollout;
