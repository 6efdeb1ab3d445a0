package io.dabbawala.rolloutanalyzer.kafka;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dabbawala.rolloutanalyzer.canary.Stage;
import io.dabbawala.rolloutanalyzer.judge.Classification;
import io.dabbawala.rolloutanalyzer.judge.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** What the stores hold, as JSON; a case of a sealed type says its name. */
final class StateJson {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private static final List<Class<?>> SEALED =
            List.of(Stage.class, Classification.class, Metric.class);
    private static final ObjectMapper MAPPER = mapper();

    static <T> Serde<T> serde(Class<T> type) {
        return Serdes.serdeFrom(
                (_, value) -> value == null ? null : write(value),
                (_, json) -> json == null ? null : read(json, type));
    }

    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("write state " + value, e);
        }
    }

    static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException("read state of " + type.getSimpleName(), e);
        }
    }

    private static ObjectMapper mapper() {
        var mapper =
                new ObjectMapper()
                        .registerModule(new JavaTimeModule())
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE);
        for (var type : SEALED) {
            mapper.addMixIn(type, Named.class);
            Arrays.stream(type.getPermittedSubclasses())
                    .map(subtype -> new NamedType(subtype, subtype.getSimpleName()))
                    .forEach(mapper::registerSubtypes);
        }
        return mapper;
    }

    private StateJson() {}
}
