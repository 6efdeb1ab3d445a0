package io.dabbawala.console.event;

/** Somebody hinted that a repository moved. */
public record Push(Header header, String repository, String hintedBy, String sender)
        implements Event {

    @Override
    public String application() {
        return "";
    }

    @Override
    public String summary() {
        return Sentence.because(
                "look at repository " + repository,
                sender.isBlank() ? hintedBy : hintedBy + " from " + sender);
    }
}
