package io.dabbawala.gitwatcher.webhook;

import java.util.List;

/** The secrets one repository's webhook may be proved with: two while they are exchanged. */
public record WebhookSecrets(String repository, RepositoryName name, List<String> secrets) {

    private static final int LIVE = 2;

    public WebhookSecrets {
        secrets = List.copyOf(secrets);
        if (secrets.size() > LIVE) {
            throw new IllegalArgumentException(
                    "repository %s has %d webhook secrets, at most %d"
                            .formatted(repository, secrets.size(), LIVE));
        }
    }

    @Override
    public String toString() {
        return "WebhookSecrets[repository=%s, %d secrets]".formatted(repository, secrets.size());
    }
}
