package io.dabbawala.console.event;

/** One declared object of the delivery repository. */
public record Declaration(Header header, ObjectRef object, String revision, String path)
        implements Event {

    @Override
    public String application() {
        return object.kind().equals("Application") ? object.namespace() + "/" + object.name() : "";
    }

    @Override
    public String summary() {
        return "declared %s in %s at %s".formatted(object, path, Sentence.revision(revision));
    }
}
