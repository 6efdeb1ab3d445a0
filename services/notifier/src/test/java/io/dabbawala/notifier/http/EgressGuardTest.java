package io.dabbawala.notifier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressGuardTest {

    private final EgressGuard strict = guard(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.8",
                "169.254.169.254",
                "2852039166",
                "100.100.100.200",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::1]",
                "[::]",
                "[::ffff:169.254.169.254]",
                "[::127.0.0.1]",
                "[fd00::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                "[64:ff9b::a9fe:a9fe]",
                "[2002:a9fe:a9fe::1]",
                "localhost"
            })
    void nothing_inside_is_connected_to(String host) {
        assertThat(strict.check(URI.create("https://" + host + "/hook")))
                .isInstanceOfSatisfying(
                        Passage.Closed.class,
                        closed -> assertThat(closed.reason()).startsWith("EGRESS_FORBIDDEN: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "[2606:2800:220:1::1]", "100.128.0.1"})
    void what_is_public_is_open(String host) throws UnknownHostException {
        assertThat(strict.check(URI.create("https://" + host + "/hook")))
                .isEqualTo(new Passage.Open(InetAddress.getByName(host)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/",
                "file:///etc/passwd",
                "ftp://93.184.216.34/",
                "//93.184.216.34/",
                "https:opaque",
                "https://user@93.184.216.34/",
                "https://93.184.216.34:x/"
            })
    void only_https_with_a_host_and_no_user_leads_out(String uri) {
        assertThat(strict.check(URI.create(uri))).isInstanceOf(Passage.Closed.class);
    }

    @Test
    void exceptions_open_what_they_name_and_no_more() throws UnknownHostException {
        // Given
        var guard = guard(true, AddressRange.of("10.1.0.0/16"));

        // Then
        assertThat(guard.check(URI.create("http://10.1.2.3/")))
                .isEqualTo(new Passage.Open(InetAddress.getByName("10.1.2.3")));
        assertThat(guard.check(URI.create("http://10.2.2.3/"))).isInstanceOf(Passage.Closed.class);
        assertThat(guard.check(URI.create("http://127.0.0.1/"))).isInstanceOf(Passage.Closed.class);
    }

    @Test
    void a_name_is_asked_once_and_what_it_meant_then_counts() {
        // Given
        var answers = new ArrayDeque<>(List.of("93.184.216.34", "127.0.0.1"));
        var guard =
                new EgressGuard(
                        new EgressGuard.Exceptions(false, List.of()),
                        _ -> InetAddress.getAllByName(answers.remove()));

        // When
        var passage = guard.check(URI.create("https://rebinding.example/"));

        // Then
        assertThat(answers).containsExactly("127.0.0.1");
        assertThat(passage)
                .isInstanceOfSatisfying(
                        Passage.Open.class,
                        open ->
                                assertThat(open.address().getHostAddress())
                                        .isEqualTo("93.184.216.34"));
    }

    @Test
    void a_name_with_one_address_inside_is_closed() {
        var guard =
                new EgressGuard(
                        new EgressGuard.Exceptions(false, List.of()),
                        _ ->
                                new InetAddress[] {
                                    InetAddress.getByName("93.184.216.34"),
                                    InetAddress.getByName("10.0.0.1")
                                });

        assertThat(guard.check(URI.create("https://both.example/")))
                .isEqualTo(
                        new Passage.Closed(
                                "EGRESS_FORBIDDEN: both.example is 10.0.0.1, which is not public"));
    }

    @Test
    void a_name_nobody_knows_may_be_known_later() {
        var guard =
                new EgressGuard(
                        new EgressGuard.Exceptions(false, List.of()),
                        host -> {
                            throw new UnknownHostException(host);
                        });

        assertThat(guard.check(URI.create("https://new.example/")))
                .isEqualTo(new Passage.Unknown("UNREACHABLE: nobody knows the host new.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "example.org/8", "10.0.0.0/x", "10.0.0.0/33", "::/-1"})
    void what_is_no_range_is_refused_at_start(String text) {
        assertThatThrownBy(() -> AddressRange.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no range like 10.0.0.0/8");
    }

    private static EgressGuard guard(boolean http, AddressRange... ranges) {
        return new EgressGuard(
                new EgressGuard.Exceptions(http, List.of(ranges)), InetAddress::getAllByName);
    }
}
