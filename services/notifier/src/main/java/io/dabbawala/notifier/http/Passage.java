package io.dabbawala.notifier.http;

import java.net.InetAddress;

/** What the egress guard says about an address. */
sealed interface Passage {

    /** Connect to this, and to nothing else the name may mean later. */
    record Open(InetAddress address) implements Passage {}

    record Closed(String reason) implements Passage {}

    /** Nobody knows the name now. */
    record Unknown(String reason) implements Passage {}
}
