package io.dabbawala.platform;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.dabbawala.events.PushHinted;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Events to bytes and back: one magic byte, the id of the schema in the registry, Avro. */
public final class EventCodec {

    private static final String KEY = "apicurio.registry.";
    private static final byte MAGIC = 0;
    private static final int SMALLEST = 5;
    private static final int NOT_FOUND = 404;

    static {
        limit("bytes", 8 << 20);
        limit("string", 8 << 20);
        limit("collectionItems", 100_000);
        limit("decompress", 16 << 20);
        var contract = PushHinted.class.getPackageName();
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(
                        ClassSecurityValidator.DEFAULT_TRUSTED_CLASSES,
                        type -> contract.equals(type.getPackageName())));
    }

    private final Serializer<SpecificRecord> serializer;
    private final Deserializer<SpecificRecord> deserializer;

    public EventCodec(
            Serializer<SpecificRecord> serializer, Deserializer<SpecificRecord> deserializer) {
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    /**
     * The codec of a running registry.
     *
     * @param url its v3 API
     * @param autoRegister whether writing an unknown schema registers it; in production it is an
     *     error
     */
    public static EventCodec withRegistry(String url, boolean autoRegister) {
        Map<String, Object> settings =
                Map.of(
                        KEY + "url",
                        url,
                        KEY + "auto-register",
                        autoRegister,
                        KEY + "auto-register.if-exists",
                        "FIND_OR_CREATE_VERSION",
                        KEY + "artifact-resolver-strategy",
                        SchemaVersion.class.getName(),
                        KEY + "avro-datum-provider",
                        EventDatums.class,
                        KEY + "dereference-schema",
                        true,
                        KEY + "use-specific-avro-reader",
                        true);
        var serializer = new AvroKafkaSerializer<SpecificRecord>();
        serializer.configure(settings, false);
        var deserializer = new AvroKafkaDeserializer<SpecificRecord>();
        deserializer.configure(settings, false);
        return new EventCodec(serializer, deserializer);
    }

    public byte[] encode(String topic, SpecificRecord event) {
        return serializer.serialize(topic, new RecordHeaders(), event);
    }

    /**
     * @throws UnreadableEvent if these bytes are not such an event and never will be
     * @throws RuntimeException if the registry does not answer: another try may succeed
     */
    public <T extends SpecificRecord> T decode(String topic, byte[] bytes, Class<T> type)
            throws UnreadableEvent {
        if (bytes.length < SMALLEST || bytes[0] != MAGIC) {
            throw new UnreadableEvent(
                    "not an event: %d bytes without the magic byte 0".formatted(bytes.length));
        }
        SpecificRecord value;
        try {
            value = deserializer.deserialize(topic, new RecordHeaders(), bytes);
        } catch (RuntimeException e) {
            throw unreadable(e, bytes);
        }
        if (!type.isInstance(value)) {
            throw new UnreadableEvent(
                    "expected %s, found %s"
                            .formatted(type.getSimpleName(), value.getSchema().getFullName()));
        }
        return type.cast(value);
    }

    private static UnreadableEvent unreadable(RuntimeException e, byte[] bytes) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException answer
                    && answer.getResponseStatusCode() == NOT_FOUND) {
                return new UnreadableEvent(
                        "the registry knows no schema with the id "
                                + ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt());
            }
            if (cause instanceof ApiException || isConnection(cause)) {
                throw e;
            }
        }
        return new UnreadableEvent(Optional.ofNullable(e.getMessage()).orElseGet(e::toString));
    }

    private static boolean isConnection(Throwable cause) {
        return cause instanceof IOException && !(cause instanceof EOFException)
                || cause instanceof TimeoutException;
    }

    private static void limit(String what, int maximum) {
        var key = "org.apache.avro.limits." + what + ".maxLength";
        if (System.getProperty(key) == null) {
            System.setProperty(key, Integer.toString(maximum));
        }
    }
}
