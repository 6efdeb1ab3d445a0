package io.dabbawala.compliancegate.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.compliancegate.document.Json;
import io.dabbawala.events.Declared;
import io.dabbawala.platform.Reading;
import io.dabbawala.platform.streams.Intake;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the JSON of declarations. One that nobody can read leaves the one before in force. */
final class DeclarationProcessor implements Processor<String, byte[], Void, Void> {

    static final String STORE = "declarations";

    private final Intake intake;
    private final AtomicLong writes;
    private ProcessorContext<Void, Void> context;
    private KeyValueStore<String, byte[]> store;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    DeclarationProcessor(Intake intake, AtomicLong writes) {
        this.intake = intake;
        this.writes = writes;
    }

    @Override
    public void init(ProcessorContext<Void, Void> initial) {
        this.context = initial;
        this.store = initial.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        switch (intake.read(record, context, Declared.class)) {
            case Reading.Event<Declared>(var key, var declared, _) -> {
                if (Json.document(declared.getJson()).isPresent()) {
                    store.put(key, declared.getJson().getBytes(UTF_8));
                } else {
                    intake.refuse(record, context, "its json is no JSON object");
                }
            }
            case Reading.Removed<Declared>(var key, _) -> store.delete(key);
            case Reading.Unreadable<Declared> _ -> {}
        }
        writes.incrementAndGet();
    }
}
