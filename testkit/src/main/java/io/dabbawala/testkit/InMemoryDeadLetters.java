package io.dabbawala.testkit;

import io.dabbawala.platform.DeadLetters;
import io.dabbawala.platform.RecordAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Keeps dead letters in a list. */
public final class InMemoryDeadLetters implements DeadLetters {

    public record Kept(RecordAddress address, String reason) {}

    private final List<Kept> letters = new CopyOnWriteArrayList<>();

    @Override
    public void keep(
            RecordAddress address,
            @Nullable String key,
            byte[] value,
            Headers headers,
            String reason) {
        letters.add(new Kept(address, reason));
    }

    public List<Kept> letters() {
        return List.copyOf(letters);
    }
}
