package io.dabbawala.gitwatcher.process;

/** How a run ended. */
sealed interface Ended {

    record Exited(int code, String output, String complaint) implements Ended {}

    record TooLong() implements Ended {}

    record TooMuch() implements Ended {}
}
