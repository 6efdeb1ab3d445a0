package io.dabbawala.notifier.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/**
 * The news as a Slack message: Block Kit, everything as plain text, and {@code & < >} escaped, so
 * that no value mentions a channel, links anywhere or changes how the rest looks.
 */
public final class SlackText {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Slack takes 150 characters in a header, 3000 in a section. */
    private static final int MOST_HEADER = 150;

    private static final int MOST_SECTION = 3000;

    public static String of(News news) {
        var account = Account.of(news.happening());
        var message = JSON.objectNode();
        message.put("text", escaped(account.headline(), MOST_HEADER));
        var blocks = message.putArray("blocks");
        blocks.add(block("header", account.headline(), MOST_HEADER));
        var body =
                String.join(
                        "\n",
                        Stream.concat(
                                        Stream.of(account.reason()),
                                        account.details().stream().map(line -> "- " + line))
                                .filter(line -> !line.isEmpty())
                                .toList());
        if (!body.isEmpty()) {
            blocks.add(block("section", body, MOST_SECTION));
        }
        var context = JSON.objectNode().put("type", "context");
        context.putArray("elements")
                .add(text("%s | delivery %s".formatted(news.time(), news.delivery()), MOST_HEADER));
        blocks.add(context);
        return message.toString();
    }

    private static ObjectNode block(String type, String text, int most) {
        var block = JSON.objectNode().put("type", type);
        block.set("text", text(text, most));
        return block;
    }

    private static ObjectNode text(String text, int most) {
        return JSON.objectNode()
                .put("type", "plain_text")
                .put("text", escaped(text, most))
                .put("emoji", false);
    }

    /** Cut by whole characters, so that no escape is cut in two. */
    private static String escaped(String text, int most) {
        var escaped = new StringBuilder();
        for (var character : text.codePoints().mapToObj(Character::toString).toList()) {
            var next =
                    switch (character) {
                        case "&" -> "&amp;";
                        case "<" -> "&lt;";
                        case ">" -> "&gt;";
                        default -> character;
                    };
            if (escaped.length() + next.length() > most) {
                break;
            }
            escaped.append(next);
        }
        return escaped.toString();
    }

    private SlackText() {}
}
