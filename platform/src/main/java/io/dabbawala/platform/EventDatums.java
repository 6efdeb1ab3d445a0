package io.dabbawala.platform;

import io.apicurio.registry.serde.avro.DefaultAvroDatumProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Keeps a reader and a writer for each schema. The ones it is made from are kept too, but by a
 * fingerprint that is computed of the whole schema for every event.
 */
public final class EventDatums extends DefaultAvroDatumProvider<SpecificRecord> {

    private final Map<Schema, DatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();
    private final Map<Schema, DatumWriter<SpecificRecord>> writers = new ConcurrentHashMap<>();

    @Override
    public DatumReader<SpecificRecord> createDatumReader(Schema written) {
        return readers.computeIfAbsent(written, super::createDatumReader);
    }

    @Override
    public DatumWriter<SpecificRecord> createDatumWriter(SpecificRecord event, Schema schema) {
        return writers.computeIfAbsent(schema, one -> super.createDatumWriter(event, one));
    }
}
