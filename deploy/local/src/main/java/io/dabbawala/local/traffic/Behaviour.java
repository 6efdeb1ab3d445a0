package io.dabbawala.local.traffic;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * How an image answers, as its tag says: {@code :1.2-errors20} fails one request in five, {@code
 * :1.2-slow800} takes 800 ms longer.
 *
 * @param errors the share of requests that fail, 0 to 1
 * @param milliseconds how long one takes
 */
record Behaviour(double errors, double milliseconds) {

    private static final Pattern ERRORS = Pattern.compile(":[^:/]*errors(\\d{1,3})");
    private static final Pattern SLOW = Pattern.compile(":[^:/]*slow(\\d{1,5})");
    private static final double USUAL = 40;

    static Behaviour of(String image) {
        return new Behaviour(Math.min(1, number(ERRORS, image) / 100), USUAL + number(SLOW, image));
    }

    boolean failsNow(RandomGenerator random) {
        return random.nextDouble() < errors;
    }

    /** Between half and one and a half of the usual. */
    double millisecondsNow(RandomGenerator random) {
        return milliseconds * (0.5 + random.nextDouble());
    }

    private static double number(Pattern pattern, String image) {
        var matcher = pattern.matcher(image);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }
}
