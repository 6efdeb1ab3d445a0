package io.dabbawala.reconciler;

import io.dabbawala.reconciler.application.ArgoSettings;
import io.dabbawala.reconciler.health.script.ConfiguredScripts;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a ConfigMap argocd-cm from a file. */
final class ArgoSettingsFile {

    /**
     * @throws IllegalArgumentException if a value cannot be read; it is named
     */
    static ArgoSettings read(Path file) {
        return ArgoSettings.of(tree(file), ArgoSettingsFile::yaml);
    }

    /**
     * @throws IllegalArgumentException if a value cannot be read; it is named
     */
    static ConfiguredScripts scripts(Path file) {
        return ConfiguredScripts.of(tree(file), ArgoSettingsFile::yaml);
    }

    private static Object tree(Path file) {
        try {
            return yaml(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("read Argo CD's settings " + file, e);
        }
    }

    /** What begins with a bracket would be taken for JSON. */
    private static Object yaml(String text) {
        return Serialization.unmarshal("#\n" + text, Object.class);
    }

    private ArgoSettingsFile() {}
}
