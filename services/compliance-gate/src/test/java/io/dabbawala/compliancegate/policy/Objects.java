package io.dabbawala.compliancegate.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dabbawala.compliancegate.document.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/** Words for declared objects, written as YAML. */
public final class Objects {

    /** Every document of this YAML. */
    public static List<Document> yaml(String text) {
        var documents = new ArrayList<Document>();
        for (var one : new Yaml().loadAll(text)) {
            documents.add(document(one));
        }
        return documents;
    }

    public static Document one(String text) {
        return yaml(text).getFirst();
    }

    /** The file of the demo's delivery folder with that name. */
    public static List<Document> demo(String file) {
        try {
            return yaml(
                    Files.readString(
                            Path.of("../../deploy/local/src/main/resources/demo/delivery", file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Admission create(Document object) {
        return new Admission(
                Operation.CREATE,
                ObjectRef.of(object),
                Optional.of(object),
                Optional.empty(),
                Optional.empty(),
                "reconciler");
    }

    private static Document document(Object yaml) {
        try {
            return new Document(
                    new ObjectMapper()
                            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                            .readValue(json(yaml), new TypeReference<Map<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Objects() {}
}
