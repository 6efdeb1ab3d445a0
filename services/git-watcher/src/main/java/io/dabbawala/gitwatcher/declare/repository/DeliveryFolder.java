package io.dabbawala.gitwatcher.declare.repository;

/**
 * Where a repository holds its declarations.
 *
 * @param path empty for a repository that holds none, {@code .} for its root
 */
public record DeliveryFolder(String path, String branch) {

    public static final DeliveryFolder NONE = new DeliveryFolder("", "");

    public boolean isNone() {
        return path.isEmpty();
    }
}
