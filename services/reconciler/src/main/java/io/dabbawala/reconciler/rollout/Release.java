package io.dabbawala.reconciler.rollout;

import java.util.Map;

/**
 * One state of the target that can be tried and promoted, and the delivery that brought it.
 *
 * @param template sha256: of the pod template, and of the configuration it names where that is
 *     tracked
 * @param spec the target's {@code spec} as the primary shall have it but for its labels
 */
public record Release(
        String delivery,
        String revision,
        String digest,
        String template,
        Map<String, Object> spec) {}
