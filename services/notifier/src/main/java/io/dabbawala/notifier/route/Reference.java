package io.dabbawala.notifier.route;

import java.net.URI;

/** A value that may be a secret: written down, or the name of the file that has it. */
public sealed interface Reference {

    record Inline(URI address) implements Reference {}

    record InFile(String file) implements Reference {}

    /** What tells it from others, also when the content of the file changes. */
    default String identity() {
        return switch (this) {
            case Inline(var address) -> address.toString();
            case InFile(var file) -> "file:" + file;
        };
    }

    /** What may be shown of it: the paths of such addresses are secrets. */
    default String shown() {
        return switch (this) {
            case Inline(var address) -> address.getHost();
            case InFile(var file) -> file;
        };
    }
}
