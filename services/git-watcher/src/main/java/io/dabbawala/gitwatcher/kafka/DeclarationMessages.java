package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.events.Declared;
import io.dabbawala.gitwatcher.declare.application.Declaration;

final class DeclarationMessages {

    static Declaration read(Declared event) {
        return new Declaration(
                event.getApiVersion(),
                event.getKind(),
                event.getNamespace(),
                event.getName(),
                event.getJson(),
                event.getRepository(),
                event.getRevision(),
                event.getPath());
    }

    static Declared write(Declaration declaration) {
        return Declared.newBuilder()
                .setApiVersion(declaration.apiVersion())
                .setKind(declaration.kind())
                .setNamespace(declaration.namespace())
                .setName(declaration.name())
                .setJson(declaration.json())
                .setRepository(declaration.repository())
                .setRevision(declaration.revision())
                .setPath(declaration.path())
                .build();
    }

    private DeclarationMessages() {}
}
