package io.dabbawala.gitwatcher;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

@ConfigMapping(prefix = "git-watcher")
public interface GitWatcherConfig {

    /**
     * The repositories to watch, by the name events call them. Several instances share them; an
     * application with sources in more than one repository needs a single instance.
     */
    Map<String, WatchedRepository> repositories();

    /** How often hosts are asked where their refs are, in case a webhook got lost. */
    @WithDefault("PT60S")
    Duration pollInterval();

    /** How many webhooks a second one sender may send on and on; five seconds' worth at once. */
    @WithDefault("100")
    int webhooksPerSecond();

    /** How many webhooks are worked on at the same time; whoever else comes is to come again. */
    @WithDefault("64")
    int webhooksAtOnce();

    /** GitHub's may have up to 25M; everybody else's have at most 1M. */
    @WithDefault("1M")
    MemorySize largestGithubWebhook();

    /** Where the mirrors live. A mirror that is lost is fetched again. */
    @WithDefault("data/git-watcher")
    Path dataDirectory();

    /** Whether file: addresses are repositories; in production only when set. */
    @WithDefault("false")
    boolean allowFileUrls();

    /** A fetch that takes longer is given up, however busy it looks. */
    @WithDefault("PT5M")
    Duration longestFetch();

    /** A host that sends more at once is not listened to any further. */
    @WithDefault("512M")
    MemorySize largestPack();

    /**
     * One file of a repository, unpacked. JGit stops where a larger one is passed; the git program
     * takes in what a pack may hold, and the mirror keeps none of it if one file is larger.
     */
    @WithDefault("100M")
    MemorySize largestObject();

    /** What talks to a host: JGit in this process, or the git program. */
    enum TransferBy {
        JGIT,
        GIT
    }

    /** How many of its applications an ApplicationSet may lose in one change, if it says none. */
    DeletionBudget deletionBudget();

    interface DeletionBudget {

        @WithDefault("10")
        int applications();

        /** Of the applications there are. One alone may always go. */
        @WithDefault("50")
        int percent();
    }

    Rendering rendering();

    /** The programs that render charts and overlays, and what one run of them may cost. */
    interface Rendering {

        /** The {@code helm} program; without it, the Helm that is part of this service. */
        Optional<Path> helm();

        /** {@code kustomize} or {@code kubectl}; without it, the first of them on the PATH. */
        Optional<Path> kustomize();

        /** The version of Kubernetes charts see if their application names none. */
        @WithDefault("1.36.0")
        String kubeVersion();

        @WithDefault("PT30S")
        Duration cpu();

        @WithDefault("512M")
        MemorySize memory();

        @WithDefault("64M")
        MemorySize output();

        /** Processes and threads together. */
        @WithDefault("64")
        int processes();

        @WithDefault("PT60S")
        Duration deadline();

        /** Below one folder that a program gets. */
        @WithDefault("10000")
        int files();

        /** Of one overlay, with every base and component. */
        @WithDefault("500")
        int folders();
    }

    /** The forges generators may ask, by any name. No other is ever asked. */
    Map<String, AskedForge> forges();

    interface AskedForge {

        /**
         * {@code github}, {@code gitlab}, {@code gitea}, {@code bitbucket} (Cloud), {@code
         * bitbucketServer} (Data Center) or {@code azuredevops}.
         */
        String kind();

        /** As a generator writes it, such as {@code https://api.github.com}. */
        String api();

        /**
         * A file with a token that may read; Bitbucket and Azure DevOps take {@code user:password},
         * too.
         */
        Optional<Path> tokenFile();
    }

    ReadingLimits limits();

    /** What one application may cost to read; whatever is more is a problem of its own. */
    interface ReadingLimits {

        /** Below one folder. */
        @WithDefault("50000")
        int files();

        /** One file, also of those a program gets. */
        @WithDefault("5M")
        MemorySize file();

        /** Of one application. */
        @WithDefault("2000")
        int objects();

        /** All objects of an application as JSON; a record on the topic holds no more than 5M. */
        @WithDefault("4M")
        MemorySize manifests();

        @WithDefault("1M")
        MemorySize object();

        /** Of lists and mappings in one another, at most 500. */
        @WithDefault("100")
        int depth();

        @WithDefault("50")
        int aliases();

        /** Of one number. */
        @WithDefault("40")
        int digits();
    }

    SigningKeys signatures();

    /** Whose signatures count. Without any of them no signature is looked at. */
    interface SigningKeys {

        /** SSH keys and who may sign with them, in the format of {@code ssh-keygen}. */
        Optional<Path> allowedSignersFile();

        /** SSH keys that do not count any more: a key revocation list or public keys. */
        Optional<Path> revokedKeysFile();

        /** Public GPG keys. */
        Optional<Path> gpgKeysFile();
    }

    interface WatchedRepository {

        String url();

        /** A file with the webhook's secret; with two, one a line, while they are exchanged. */
        Optional<Path> webhookSecretFile();

        /** A file with {@code user:password}, or a token alone, for https. */
        Optional<Path> credentialsFile();

        /** A private key without a passphrase, for ssh; and the keys its host is known by. */
        Optional<Path> sshKeyFile();

        Optional<Path> sshKnownHostsFile();

        /** The forge, by its name in forges, that is sent a pull request after a rollback. */
        Optional<String> revertRequestsTo();

        /** The git program is worth it for repositories of gigabytes. */
        @WithDefault("jgit")
        TransferBy transfer();

        /** The folder that holds declarations; none if absent, {@code .} for the root. */
        Optional<String> deliveryPath();

        @WithDefault("HEAD")
        String deliveryBranch();
    }
}
