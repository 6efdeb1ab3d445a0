@org.jspecify.annotations.NullMarked
package io.dabbawala.bench.figure;
