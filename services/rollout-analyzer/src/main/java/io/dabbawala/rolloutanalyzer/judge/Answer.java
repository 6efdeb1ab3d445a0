package io.dabbawala.rolloutanalyzer.judge;

/** What one metric says about going on. Undecided never lets anything advance. */
public enum Answer {
    PASSED,
    FAILED,
    UNDECIDED
}
