package io.dabbawala.rolloutanalyzer.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.events.Declared;
import io.dabbawala.platform.Reading;
import io.dabbawala.platform.streams.Intake;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the JSON of the declarations that concern us. One that nobody can read leaves a mark, so
 * that nothing is promoted by what was declared before it.
 */
final class DeclarationProcessor implements Processor<String, byte[], Void, Void> {

    static final String STORE = "declarations";

    private static final byte[] UNREADABLE = "unreadable".getBytes(UTF_8);

    private final Intake intake;
    private ProcessorContext<Void, Void> context;
    private KeyValueStore<String, byte[]> store;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    DeclarationProcessor(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void init(ProcessorContext<Void, Void> initial) {
        this.context = initial;
        this.store = initial.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() == null || !Declarations.concerns(record.key())) {
            return;
        }
        switch (intake.read(record, context, Declared.class)) {
            case Reading.Event<Declared>(var key, var declared, _) -> keep(key, declared);
            case Reading.Removed<Declared>(var key, _) -> store.delete(key);
            case Reading.Unreadable<Declared> _ -> store.put(record.key(), UNREADABLE);
        }
    }

    private void keep(String key, Declared declared) {
        if (Declarations.isOurs(declared.getApiVersion())) {
            store.put(key, declared.getJson().getBytes(UTF_8));
        } else {
            store.delete(key);
        }
    }
}
