package io.dabbawala.reconciler.diff;

import io.dabbawala.reconciler.ignore.IgnoreRules;
import io.dabbawala.reconciler.ignore.PointerRemoval;
import io.dabbawala.reconciler.knowntype.KnownFields;
import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.ownership.ManagedFields;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares objects of one application. Values of Secrets are redacted.
 *
 * @param ignored what the application does not want compared
 * @param notCompared what no application wants compared
 * @param known fields of custom resources that hold types of Kubernetes
 */
public record Comparison(IgnoreRules ignored, NotCompared notCompared, KnownFields known) {

    public static final Comparison PLAIN =
            new Comparison(
                    IgnoreRules.NONE, NotCompared.STATUS_AND_AGGREGATED_RULES, KnownFields.UNSAID);

    private static final String LAST_APPLIED =
            "/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration";

    /** Whether news about a status can never make a difference. */
    public boolean isBlindToStatus() {
        return ignored.isAboutNothing() && notCompared.status() == NotCompared.Status.OF_EVERY_KIND;
    }

    /**
     * What of a manifest is not live, and what is live and was applied once but is declared no
     * more.
     *
     * @param elsewhere JSON pointers of fields that are decided elsewhere
     */
    public List<FieldChange> of(Manifest manifest, LiveObject live, Set<String> elsewhere) {
        var ref = manifest.ref();
        var changes =
                FieldWalk.declared(
                        FieldRules.of(ref),
                        compared(ref, manifest.content()),
                        compared(ref, live.content()),
                        AppliedFields.of(live),
                        at -> !elsewhere.isEmpty() && elsewhere.contains(at.pointer()));
        return told(changes, live);
    }

    /**
     * What an apply would change, from what a dry run of it answered.
     *
     * @param withWebhooks whether what only a mutating webhook changes counts
     */
    public List<FieldChange> predicted(
            LiveObject predicted, LiveObject live, boolean withWebhooks) {
        var ref = live.ref();
        var changes =
                FieldWalk.predicted(
                        FieldRules.of(ref),
                        compared(ref, predicted.content()),
                        compared(ref, live.content()));
        return told(
                withWebhooks ? changes : WebhookMutations.without(changes, predicted, live), live);
    }

    /**
     * The manifest with what is live at ignored places; the same manifest if nothing is ignored.
     */
    public Manifest respecting(Manifest manifest, LiveObject live) {
        if (ignored.isAboutNothing()) {
            return manifest;
        }
        var ref = manifest.ref();
        var trusted = trusted(of(manifest, live), live);
        var fields = new RespectedFields(FieldRules.of(ref).isBuiltIn());
        var content = ignored.without(ref, manifest.content());
        var remainder = ignored.without(ref, live.content());
        for (var change : trusted) {
            remainder = PointerRemoval.of(change.pointer()).from(remainder);
        }
        return new Manifest(ref, fields.in(content, live.content(), remainder));
    }

    private List<FieldChange> of(Manifest manifest, LiveObject live) {
        var ref = manifest.ref();
        return FieldWalk.declared(
                FieldRules.of(ref), manifest.content(), live.content(), Map.of(), _ -> false);
    }

    private Map<String, Object> compared(ObjectRef ref, Map<String, Object> content) {
        var plain = ignored.without(ref, NormalForm.of(ref, known.in(ref, content)));
        var said = notCompared.hasStatusOf(ref) ? NormalForm.withoutStatus(plain) : plain;
        return notCompared.aggregatedRules() ? NormalForm.withoutAggregatedRules(said) : said;
    }

    private List<FieldChange> told(List<FieldChange> changes, LiveObject live) {
        var trusted = trusted(changes, live);
        return changes.stream()
                .filter(change -> !trusted.contains(change))
                .filter(change -> !change.pointer().equals(LAST_APPLIED))
                .map(change -> change.by(ManagedFields.writerOf(live, change).orElse(null)))
                .map(change -> Secrecy.shown(live.ref(), change))
                .toList();
    }

    /** Differences in fields of managers that are trusted with them. */
    private List<FieldChange> trusted(List<FieldChange> changes, LiveObject live) {
        var managers = ignored.trustedManagers(live.ref());
        var entries =
                ManagedFields.entries(live).stream()
                        .filter(entry -> managers.contains(ManagedFields.managerOf(entry)))
                        .toList();
        return changes.stream()
                .filter(change -> change.live() != null && change.desired() != null)
                .filter(change -> entries.stream().anyMatch(one -> ManagedFields.owns(one, change)))
                .toList();
    }
}
