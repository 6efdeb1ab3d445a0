package io.dabbawala.testkit;

import io.apicurio.registry.resolver.client.RegistryArtifactReference;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryVersionCoordinates;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.EventDatums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** The registry as far as the serdes ask it: schemas by id. Ids start at 1. */
public final class InMemoryRegistry implements RegistryClientFacade {

    private final List<String> schemas = new ArrayList<>();

    /** The codec of the services, with the schemas kept here. */
    public static EventCodec codec() {
        var registry = new InMemoryRegistry();
        Map<String, Object> settings =
                Map.of(
                        "apicurio.registry.url", "http://localhost/none",
                        "apicurio.registry.auto-register", true,
                        "apicurio.registry.avro-datum-provider", EventDatums.class,
                        "apicurio.registry.dereference-schema", true,
                        "apicurio.registry.use-specific-avro-reader", true);
        var serializer = new AvroKafkaSerializer<SpecificRecord>(registry);
        serializer.configure(settings, false);
        var deserializer = new AvroKafkaDeserializer<SpecificRecord>(registry);
        deserializer.configure(settings, false);
        return new EventCodec(serializer, deserializer);
    }

    @Override
    public synchronized RegistryVersionCoordinates createSchema(
            String artifactType,
            String groupId,
            String artifactId,
            String version,
            String ifExists,
            boolean canonical,
            String schema,
            Set<RegistryArtifactReference> references) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        long id = schemas.indexOf(schema) + 1L;
        return RegistryVersionCoordinates.create(id, id, groupId, artifactId, "1");
    }

    @Override
    public synchronized String getSchemaByContentId(Long id) {
        if (id < 1 || id > schemas.size()) {
            throw new IllegalArgumentException("no schema has the content id " + id);
        }
        return schemas.get((int) (id - 1));
    }

    @Override
    public String getSchemaByGlobalId(long id, boolean dereference) {
        return getSchemaByContentId(id);
    }

    @Override
    public String getSchemaByGAV(String groupId, String artifactId, String version) {
        throw new UnsupportedOperationException("events name their schema by content id");
    }

    @Override
    public String getSchemaByContentHash(String hash) {
        throw new UnsupportedOperationException("events name their schema by content id");
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByContentId(long id) {
        return List.of();
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByGlobalId(long id) {
        return List.of();
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByGAV(
            String groupId, String artifactId, String version) {
        return List.of();
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByContentHash(String hash) {
        return List.of();
    }

    @Override
    public List<RegistryVersionCoordinates> searchVersionsByContent(
            String schema, String artifactType, ArtifactReference reference, boolean canonical) {
        return List.of();
    }

    @Override
    public RegistryVersionCoordinates getVersionCoordinatesByGAV(
            String groupId, String artifactId, String version) {
        throw new UnsupportedOperationException("events name their schema by content id");
    }

    @Override
    public Object getClient() {
        return this;
    }
}
