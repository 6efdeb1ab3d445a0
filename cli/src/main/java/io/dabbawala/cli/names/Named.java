package io.dabbawala.cli.names;

import java.util.List;

/** What a name that somebody wrote means among those that are known. */
public sealed interface Named {

    record One(String name) implements Named {}

    record Several(List<String> candidates) implements Named {

        public Several {
            candidates = List.copyOf(candidates);
        }
    }

    /** Nobody has the name; these are alike, the likest first. */
    record Nobody(List<String> similar) implements Named {

        public Nobody {
            similar = List.copyOf(similar);
        }
    }

    /** {@code web} means the only {@code .../web}, {@code argocd/web} means itself. */
    static Named among(List<String> known, String written) {
        var meant = known.stream().filter(name -> means(written, name)).sorted().toList();
        return switch (meant.size()) {
            case 0 -> new Nobody(Similar.to(written, known));
            case 1 -> new One(meant.getFirst());
            default -> new Several(meant);
        };
    }

    private static boolean means(String written, String name) {
        return name.equals(written) || !written.contains("/") && last(name).equals(written);
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
