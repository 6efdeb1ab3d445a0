package io.dabbawala.console.timeline;

import io.dabbawala.console.event.Header;

/** One line of the timeline. The cursor grows with every line; 0 until the line is kept. */
public record Entry(long cursor, Header header, String application, String summary) {}
