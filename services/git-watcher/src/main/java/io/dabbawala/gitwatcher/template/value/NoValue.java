package io.dabbawala.gitwatcher.template.value;

/** What is there when nothing is: not even nil. Printed as {@code <no value>}. */
public enum NoValue {
    MISSING
}
