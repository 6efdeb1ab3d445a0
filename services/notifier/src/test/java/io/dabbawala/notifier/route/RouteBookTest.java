package io.dabbawala.notifier.route;

import static io.dabbawala.notifier.Told.denied;
import static io.dabbawala.notifier.Told.rolledBack;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteBookTest {

    private static final String KEY = "NotificationRoute/argocd/on-call";
    private static final Target HOOK =
            new Target.Slack(new Reference.Inline(URI.create("https://hooks.example.org/T1")));

    private final RouteBook book = new RouteBook();

    @Test
    void tells_who_asked_for_the_application_and_the_event() {
        declare("'applications':['argocd/*'],'events':['rolled-back']");

        assertThat(book.due(rolledBack())).containsExactly(new Due("argocd/on-call", HOOK));
    }

    @Test
    void tells_nobody_who_asked_for_other_applications_or_events() {
        declare("'applications':['team/*'],'events':['rolled-back']");
        assertThat(book.due(rolledBack())).isEmpty();

        declare("'applications':['argocd/*'],'events':['denied']");
        assertThat(book.due(rolledBack())).isEmpty();
        assertThat(book.due(denied("argocd/shop", ""))).hasSize(1);
    }

    @Test
    void who_asks_for_nothing_in_particular_is_told_everything() {
        declare("'events':['*']");
        assertThat(book.due(rolledBack())).hasSize(1);

        book.declare(KEY, json("{'channels':[{'type':'slack','url':'https://a.example/b'}]}"));
        assertThat(book.due(denied("any/thing", ""))).hasSize(1);
    }

    @Test
    void an_empty_list_asks_for_nothing() {
        declare("'events':[]");

        assertThat(book.due(rolledBack())).isEmpty();
    }

    @Test
    void a_newer_declaration_replaces_the_older_and_a_withdrawn_one_is_gone() {
        declare("'events':['rolled-back']");
        declare("'events':['denied']");
        assertThat(book.due(rolledBack())).isEmpty();

        declare("'events':['rolled-back']");
        book.withdraw(KEY);
        assertThat(book.due(rolledBack())).isEmpty();
    }

    @Test
    void everybody_on_every_channel_is_told() {
        book.declare(
                KEY,
                json(
                        "{'channels':[{'type':'slack','urlFile':'slack'},"
                                + "{'type':'sms','to':['+910000000001','+910000000002'],"
                                + "'from':'DABBAW'},"
                                + "{'type':'webhook','url':'https://a.example/b',"
                                + "'secretFile':'key'}]}"));

        assertThat(book.due(rolledBack()))
                .extracting(Due::target)
                .containsExactly(
                        new Target.Slack(new Reference.InFile("slack")),
                        new Target.Sms("+910000000001", "DABBAW"),
                        new Target.Sms("+910000000002", "DABBAW"),
                        new Target.Webhook(
                                new Reference.Inline(URI.create("https://a.example/b")), "key"));
    }

    @Test
    void a_slip_of_the_pen_silences_nobody_else() {
        // When
        var problems =
                book.declare(
                        KEY,
                        json(
                                "{'events':['rolled-back','roled-back'],'channels':["
                                        + "{'type':'pigeon'},{'type':'slack','url':'https://a.example/b'}]}"));

        // Then
        assertThat(problems).hasSize(2);
        assertThat(problems.getFirst())
                .startsWith("spec.events: roled-back is none of rolled-back");
        assertThat(problems.getLast())
                .isEqualTo("spec.channels[0].type: must be slack, sms or webhook");
        assertThat(book.due(rolledBack())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'channels':[]} | spec.channels: there is none",
                "{'channels':[{'type':'slack','url':'not an address'}]}"
                        + " | spec.channels[0].url: cannot be read as an address",
                "{'channels':[{'type':'slack','url':'https://u:p@a.example/'}]}"
                        + " | spec.channels[0].url: must be an address like"
                        + " https://example.org/hook, without a user",
                "{'channels':[{'type':'sms','to':'911','from':'DABBAW'}]}"
                        + " | spec.channels[0].to: a number has + and 7 to 15 digits, as +15550100",
                "{'channels':[{'type':'sms','to':'+910000000001'}]}"
                        + " | spec.channels[0].from: must be a number like +15550100 or a name of"
                        + " at most 11 letters",
                "{'channels':[{'type':'sms','to':7,'from':'DABBAW'}]}"
                        + " | spec.channels[0].to: must be a list of texts",
                "{'applications':{},'channels':[{'type':'slack','urlFile':'x'}]}"
                        + " | spec.applications: must be a list of texts"
            })
    void says_what_cannot_be_read(String spec, String problem) {
        assertThat(book.declare(KEY, json(spec))).containsExactly(problem);
    }

    @Test
    void what_is_no_json_at_all_is_said_too() {
        assertThat(book.declare(KEY, "{")).isEqualTo(List.of("it is no JSON"));
        assertThat(book.due(rolledBack())).isEmpty();
    }

    @Test
    void nothing_secret_is_shown_of_a_recipient() {
        assertThat(HOOK.recipient()).isEqualTo("hooks.example.org");
        assertThat(new Target.Sms("+910000000001", "DABBAW").recipient())
                .isEqualTo("*********0001");
        assertThat(new Target.Slack(new Reference.InFile("slack")).recipient()).isEqualTo("slack");
    }

    private void declare(String spec) {
        var channel = "'channels':[{'type':'slack','url':'https://hooks.example.org/T1'}]";
        assertThat(book.declare(KEY, json("{%s,%s}".formatted(spec, channel)))).isEmpty();
    }

    private static String json(String spec) {
        return "{\"spec\":" + spec.replace('\'', '"') + "}";
    }
}
