@org.jspecify.annotations.NullMarked
package io.dabbawala.testkit.twin;
