package io.dabbawala.notifier.send;

/** How a notice ended. The reason is empty when it was delivered, else it begins with a code. */
public record Settlement(boolean delivered, int attempts, String reason) {

    static Settlement delivered(int attempts) {
        return new Settlement(true, attempts, "");
    }

    public static Settlement failed(int attempts, String reason) {
        return new Settlement(false, attempts, reason);
    }
}
