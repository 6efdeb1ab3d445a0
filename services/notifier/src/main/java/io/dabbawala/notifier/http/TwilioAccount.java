package io.dabbawala.notifier.http;

import java.net.URI;
import java.nio.file.Path;

/** Who pays for SMS. The token is read from its file whenever it is needed. */
public record TwilioAccount(URI baseUrl, String sid, Path tokenFile) {}
