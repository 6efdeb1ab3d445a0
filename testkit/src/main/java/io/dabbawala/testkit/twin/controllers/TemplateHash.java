package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A short name for a pod template: the same template has the same. */
final class TemplateHash {

    private static final String LETTERS = "bcdfghjklmnpqrst";

    private TemplateHash() {}

    static String of(JsonNode template) {
        var checksum = new CRC32();
        checksum.update(template.toString().getBytes(StandardCharsets.UTF_8));
        var hash = new StringBuilder();
        for (var digit : Long.toHexString(checksum.getValue()).toCharArray()) {
            hash.append(LETTERS.charAt(Character.digit(digit, 16)));
        }
        return hash.toString();
    }
}
