package io.dabbawala.notifier.message;

import java.util.List;

/** Something that happened to an application. {@code details} are whole sentences' worth each. */
public sealed interface Happening {

    String application();

    /** The revision it is about; empty where the event names none. */
    String revision();

    /**
     * @param revision the bad one
     * @param to the one that is declared again
     */
    record RolledBack(
            String application, String revision, String to, String reason, List<Measured> evidence)
            implements Happening {

        public RolledBack {
            evidence = List.copyOf(evidence);
        }
    }

    record Denied(String application, String revision, String reason, List<String> findings)
            implements Happening {

        public Denied {
            findings = List.copyOf(findings);
        }
    }

    record Held(String application, String revision, String reason) implements Happening {}

    /**
     * @param back whether it is an earlier revision that was declared again
     */
    record Delivered(String application, String revision, long generation, boolean back)
            implements Happening {}

    record Degraded(String application, String revision, String reason) implements Happening {}

    /** Somebody changed the live state by hand. */
    record Drifted(String application, String revision, List<String> changes) implements Happening {

        public Drifted {
            changes = List.copyOf(changes);
        }
    }

    record Healed(String application, String revision) implements Happening {}

    record Promoted(String application, String rollout, String template) implements Happening {

        @Override
        public String revision() {
            return "";
        }
    }

    record SyncFailed(String application, String revision, String reason, List<String> objects)
            implements Happening {

        public SyncFailed {
            objects = List.copyOf(objects);
        }
    }

    /**
     * @param place file, line and column as far as known
     */
    record Unreadable(String application, String revision, String place, String reason)
            implements Happening {}
}
