package io.dabbawala.gitwatcher.webhook;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the page of a repository and all addresses it is cloned from have in common: host and path,
 * in lower case. Argo CD compares addresses in webhooks alike: scheme, user, port and {@code .git}
 * make no difference.
 */
public record RepositoryName(String value) {

    private static final Pattern URL =
            Pattern.compile(
                    "(?:[a-z][a-z0-9+.-]*://)?(?:[^/@]*@)?([^/:@]+)(?::[0-9]+(?=/)|:)?/?(.*)");

    /** Azure DevOps has three spellings that share no path. */
    private static final Pattern AZURE_SSH =
            Pattern.compile(
                    "(?:ssh\\.dev\\.azure\\.com|vs-ssh\\.visualstudio\\.com)/v3/([^/]+)/([^/]+)/([^/]+)");

    private static final Pattern AZURE_OLD =
            Pattern.compile(
                    "([^./]+)\\.visualstudio\\.com/(?:defaultcollection/)?(?:([^/]+)/)?_git/([^/]+)");
    private static final Pattern AZURE_SHORT =
            Pattern.compile("dev\\.azure\\.com/([^/]+)/_git/([^/]+)");

    public static RepositoryName of(String address) {
        var text = trimmed(address.strip());
        if (text.startsWith("file:")) {
            return new RepositoryName(text.replaceFirst("^file:/*", "file:///"));
        }
        var parts = URL.matcher(text.toLowerCase(Locale.ROOT));
        return new RepositoryName(
                parts.matches() ? azure(parts.group(1) + "/" + parts.group(2)) : text);
    }

    private static String trimmed(String address) {
        var text = address;
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return text.endsWith(".git") ? text.substring(0, text.length() - 4) : text;
    }

    private static String azure(String name) {
        var ssh = AZURE_SSH.matcher(name);
        if (ssh.matches()) {
            return azure(ssh.group(1), ssh.group(2), ssh.group(3));
        }
        var old = AZURE_OLD.matcher(name);
        if (old.matches()) {
            var project = old.group(2) == null ? old.group(3) : old.group(2);
            return azure(old.group(1), project, old.group(3));
        }
        var brief = AZURE_SHORT.matcher(name);
        return brief.matches() ? azure(brief.group(1), brief.group(2), brief.group(2)) : name;
    }

    private static String azure(String organisation, String project, String repository) {
        return "dev.azure.com/%s/%s/_git/%s".formatted(organisation, project, repository);
    }
}
