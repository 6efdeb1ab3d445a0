package io.dabbawala.platform;

import io.apicurio.registry.resolver.ParsedSchema;
import io.apicurio.registry.resolver.data.Record;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.resolver.strategy.ArtifactReferenceResolverStrategy;
import io.apicurio.registry.serde.data.SerdeMetadata;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Names the schema of an event in the registry: artifact {@code <topic>-value}, and a version that
 * is derived from the schema itself. So a writer asks for exactly the schema it was built with,
 * never for whatever is newest.
 */
public final class SchemaVersion
        implements ArtifactReferenceResolverStrategy<Schema, SpecificRecord> {

    private static final int BYTES = 8;
    private static final Map<Schema, String> KNOWN = new ConcurrentHashMap<>();

    /** The name of this schema's version: {@code sha256-} and 16 hexadecimal digits. */
    public static String of(Schema schema) {
        return KNOWN.computeIfAbsent(schema, SchemaVersion::derived);
    }

    private static String derived(Schema schema) {
        return "sha256-" + HexFormat.of().formatHex(Digests.sha256(schema.toString()), 0, BYTES);
    }

    @Override
    public ArtifactReference artifactReference(
            Record<SpecificRecord> event, ParsedSchema<Schema> schema) {
        var topic = ((SerdeMetadata) event.metadata()).getTopic();
        return ArtifactReference.builder()
                .groupId("default")
                .artifactId(topic + "-value")
                .version(of(event.payload().getSchema()))
                .build();
    }
}
