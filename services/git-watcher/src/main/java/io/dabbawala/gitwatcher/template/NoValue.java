package io.dabbawala.gitwatcher.template;

/** What is there when nothing is: not even nil. Printed as {@code <no value>}. */
enum NoValue {
    MISSING
}
