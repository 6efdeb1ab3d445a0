@org.jspecify.annotations.NullMarked
package io.dabbawala.platform.streams;
