package io.dabbawala.gitwatcher.declare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.ledger.Draft;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.generate.ApplicationSet;
import io.dabbawala.gitwatcher.generate.DeletionBudget;
import io.dabbawala.gitwatcher.generate.Generated;
import io.dabbawala.gitwatcher.generate.Generation;
import io.dabbawala.gitwatcher.generate.Preserving;
import io.dabbawala.gitwatcher.generate.forge.Forges;
import io.dabbawala.gitwatcher.generate.generator.Outlook;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes declarations of what an ApplicationSet generates, and withdraws what it no longer does, as
 * far as its policy and the deletion budget go. What is wrong stands in the set's status, with a
 * code: GENERATION_FAILED, NAME_REFUSED, DELETIONS_HELD.
 */
final class ApplicationSets {

    private static final Pattern NAME =
            Pattern.compile(
                    "(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    private static final ApplicationSet NO_SET = new ApplicationSet(CanonicalJson.parse("{}"));

    private final DeletionBudget budget;
    private final Forges forges;

    ApplicationSets(DeletionBudget budget, Forges forges) {
        this.budget = budget;
        this.forges = forges;
    }

    Forges forges() {
        return forges;
    }

    static ApplicationSet declared(Declaration set) {
        return new ApplicationSet(document(set));
    }

    static JsonNode document(Declaration set) {
        return CanonicalJson.parse(set.withoutStatus());
    }

    /** Says what is generated now; the reason if something of it could not be. */
    Optional<String> revise(Declaration set, String revision, Outlook outlook, Draft draft) {
        var declared = declared(set);
        var before = draft.ledger().generatedBy(set.key());
        var reasons = new ArrayList<String>();
        switch (Generation.of(declared, outlook)) {
            case Generated.Failed(var reason) -> reasons.add("GENERATION_FAILED: " + reason);
            case Generated.Applications(var all, _) -> {
                var wanted = wanted(set, all, revision, draft.ledger(), reasons);
                wanted.values().forEach(one -> declare(declared, one, draft));
                var gone = before.stream().filter(one -> !wanted.containsKey(one.key())).toList();
                if (!isHeld(declared, gone, before.size(), reasons)) {
                    gone.forEach(one -> draft.withdraw(one.key(), revision));
                }
            }
        }
        var reason = String.join("; ", reasons);
        draft.report(SetStatus.on(set, reason));
        return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
    }

    private static Map<String, Declaration> wanted(
            Declaration set,
            List<JsonNode> all,
            String revision,
            Ledger ledger,
            List<String> reasons) {
        var wanted = new LinkedHashMap<String, Declaration>();
        for (var application : all) {
            var one = declaration(set, (ObjectNode) application.deepCopy(), revision);
            if (!NAME.matcher(one.name()).matches()) {
                reasons.add(
                        "NAME_REFUSED: \"%s\" is not a name of an object".formatted(one.name()));
            } else if (ledger.declaration(one.key()).isPresent()
                    && !ledger.owner(one.key()).equals(Optional.of(set.key()))) {
                reasons.add("NAME_REFUSED: %s is declared elsewhere".formatted(one.name()));
            } else {
                wanted.put(one.key(), one);
            }
        }
        return wanted;
    }

    private static Declaration declaration(
            Declaration set, ObjectNode application, String revision) {
        var metadata = (ObjectNode) application.path("metadata");
        var owner = metadata.putArray("ownerReferences").addObject();
        owner.put("apiVersion", set.apiVersion()).put("kind", set.kind()).put("name", set.name());
        owner.put("controller", true).put("blockOwnerDeletion", true);
        metadata.put("namespace", set.namespace());
        return new Declaration(
                "argoproj.io/v1alpha1",
                "Application",
                set.namespace(),
                metadata.path("name").asText(""),
                CanonicalJson.of(application),
                set.repository(),
                revision,
                set.path());
    }

    private static void declare(ApplicationSet set, Declaration one, Draft draft) {
        var present = draft.ledger().declaration(one.key());
        if (present.isEmpty()) {
            draft.declare(one);
        } else if (set.policy().updates()) {
            var kept =
                    Preserving.kept(
                            set,
                            CanonicalJson.parse(present.get().json()),
                            CanonicalJson.parse(one.json()));
            draft.declare(one.saying(CanonicalJson.of(kept)));
        }
    }

    private boolean isHeld(
            ApplicationSet set, List<Declaration> gone, int before, List<String> reasons) {
        if (!set.policy().deletes()) {
            return true;
        }
        var limits = budget.of(set);
        if (!limits.holds(gone.size(), before, set)) {
            return false;
        }
        reasons.add("DELETIONS_HELD: " + limits.preview(names(gone), before));
        return true;
    }

    private static List<String> names(List<Declaration> declarations) {
        return declarations.stream().map(Declaration::name).toList();
    }

    /**
     * Whether a set stays although it left Git, because too much would go with it; if not, its
     * applications are withdrawn.
     */
    boolean stays(Declaration set, Draft draft, String revision, List<Problem> problems) {
        var declared = declared(set);
        var limits = budget.of(declared);
        var all = draft.ledger().generatedBy(set.key());
        if (!limits.holds(all.size(), all.size(), declared)) {
            all.forEach(one -> draft.withdraw(one.key(), revision));
            return false;
        }
        var reason =
                "DELETIONS_HELD: the set left Git at %s; %s, on the set put back for that"
                        .formatted(revision, limits.preview(names(all), all.size()));
        problems.add(Problem.of(set.path(), reason));
        draft.report(SetStatus.on(set, reason));
        return true;
    }

    /** Withdraws applications whose set is gone, unless they are too many; says which stay. */
    List<Problem> dropOrphans(Draft draft, String revision) {
        var problems = new ArrayList<Problem>();
        for (var owner : draft.ledger().owners()) {
            var orphans = draft.ledger().generatedBy(owner);
            if (draft.ledger().declaration(owner).isPresent()) {
                continue;
            }
            if (budget.holds(orphans.size(), orphans.size(), NO_SET)) {
                problems.add(
                        Problem.of(
                                orphans.getFirst().path(),
                                "DELETIONS_HELD: %s is gone; %s, on the set put back for that"
                                        .formatted(
                                                owner,
                                                budget.preview(names(orphans), orphans.size()))));
            } else {
                orphans.forEach(one -> draft.withdraw(one.key(), revision));
            }
        }
        return problems;
    }
}
