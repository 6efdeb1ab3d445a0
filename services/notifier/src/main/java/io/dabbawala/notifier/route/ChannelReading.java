package io.dabbawala.notifier.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One of {@code spec.channels}: its recipients, or what is wrong with it. */
record ChannelReading(String path, JsonNode node, List<String> problems) {

    /** E.164, as providers of SMS take numbers. */
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private static final Pattern SENDER = Pattern.compile("\\+[1-9][0-9]{6,14}|[A-Za-z0-9 ]{1,11}");

    List<Target> targets() {
        return switch (text("type")) {
            case "slack" -> url().<Target>map(Target.Slack::new).stream().toList();
            case "sms" -> sms();
            case "webhook" ->
                    url().<Target>map(url -> new Target.Webhook(url, text("secretFile"))).stream()
                            .toList();
            default -> {
                refuse("type", "must be slack, sms or webhook");
                yield List.of();
            }
        };
    }

    private List<Target> sms() {
        var from = text("from");
        if (!SENDER.matcher(from).matches()) {
            refuse("from", "must be a number like +15550100 or a name of at most 11 letters");
            return List.of();
        }
        return Texts.of(path + ".to", node.path("to"), problems).stream()
                .filter(this::isNumber)
                .<Target>map(to -> new Target.Sms(to, from))
                .toList();
    }

    private boolean isNumber(String to) {
        if (NUMBER.matcher(to).matches()) {
            return true;
        }
        refuse("to", "a number has + and 7 to 15 digits, as +15550100");
        return false;
    }

    /** Nothing of an address is repeated in a problem: it may be a secret. */
    private Optional<Reference> url() {
        if (node.has("urlFile")) {
            return Optional.of(new Reference.InFile(text("urlFile")));
        }
        try {
            var address = new URI(text("url"));
            if (address.getHost() != null && address.getRawUserInfo() == null) {
                return Optional.of(new Reference.Inline(address));
            }
            refuse("url", "must be an address like https://example.org/hook, without a user");
        } catch (URISyntaxException _) {
            refuse("url", "cannot be read as an address");
        }
        return Optional.empty();
    }

    private String text(String field) {
        return node.path(field).asText();
    }

    private void refuse(String field, String reason) {
        problems.add("%s.%s: %s".formatted(path, field, reason));
    }
}
