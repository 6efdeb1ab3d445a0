package io.dabbawala.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {

    @Test
    void keeps_its_topics_when_it_is_started_again(@TempDir Path directory) throws Exception {
        // Given
        var port = LocalBroker.freePort();
        try (var broker = LocalBroker.start(directory, port)) {
            try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic("commits", 1, (short) 1))).all().get();
            }
        }

        // When
        try (var broker = LocalBroker.start(directory, port);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {

            // Then
            assertThat(admin.listTopics().names().get()).contains("commits");
        }
    }
}
