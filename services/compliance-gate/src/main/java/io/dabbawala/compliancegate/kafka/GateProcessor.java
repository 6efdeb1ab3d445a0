package io.dabbawala.compliancegate.kafka;

import io.dabbawala.compliancegate.plan.Plan;
import io.dabbawala.compliancegate.verdict.ComplianceGate;
import io.dabbawala.compliancegate.verdict.Docket;
import io.dabbawala.compliancegate.verdict.Quarantine;
import io.dabbawala.compliancegate.verdict.Rules;
import io.dabbawala.events.Commanded;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.RollbackIssued;
import io.dabbawala.events.SyncRequested;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.Reading;
import io.dabbawala.platform.streams.Intake;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

/**
 * Brings together all that is known of an application and has its newest plan answered: when it is
 * asked, when what it waits for arrives, and every second while the answer may change.
 */
final class GateProcessor implements Processor<String, byte[], String, byte[]> {

    static final String DOCKETS = "dockets";
    static final String DESIRED_STATES = "desired-states";

    private static final Logger LOG = Logger.getLogger(GateProcessor.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Intake intake;
    private final ComplianceGate gate;
    private final Announcer announcer;
    private final LongSupplier declarationWrites;
    private final Set<String> open = new TreeSet<>();
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, Kept> dockets;
    private KeyValueStore<String, Desired> desiredStates;
    private Declarations declarations;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    GateProcessor(Intake intake, ComplianceGate gate, Announcer announcer, LongSupplier writes) {
        this.intake = intake;
        this.gate = gate;
        this.announcer = announcer;
        this.declarationWrites = writes;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> initial) {
        context = initial;
        dockets = initial.getStateStore(DOCKETS);
        desiredStates = initial.getStateStore(DESIRED_STATES);
        declarations =
                new Declarations(
                        initial.getStateStore(DeclarationProcessor.STORE), declarationWrites);
        try (var all = dockets.all()) {
            all.forEachRemaining(entry -> remember(entry.key, entry.value));
        }
        initial.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, _ -> lookAgain());
    }

    @Override
    public void process(Record<String, byte[]> record) {
        switch (Intake.address(record, context).topic()) {
            case Topics.SYNC_REQUESTS -> request(record);
            case Topics.DESIRED_STATES -> desired(record);
            case Topics.COMMANDS -> command(record);
            case Topics.ROLLBACKS -> rollback(record);
            case String topic -> throw new IllegalStateException("nobody reads " + topic);
        }
    }

    private void request(Record<String, byte[]> record) {
        switch (intake.read(record, context, SyncRequested.class)) {
            case Reading.Event<SyncRequested>(var key, var event, var envelope) ->
                    PlanMessages.problem(event)
                            .ifPresentOrElse(
                                    problem -> intake.refuse(record, context, problem),
                                    () -> asked(key, PlanMessages.read(event), envelope));
            case Reading.Removed<SyncRequested> _, Reading.Unreadable<SyncRequested> _ -> {}
        }
    }

    private void asked(String application, Plan plan, Envelope envelope) {
        var kept = of(application);
        if (!kept.docket().takes(plan)) {
            announcer.overtaken(plan);
            return;
        }
        settle(application, kept.asked(plan, envelope));
    }

    private void desired(Record<String, byte[]> record) {
        switch (intake.read(record, context, DesiredState.class)) {
            case Reading.Event<DesiredState>(var key, var event, _) -> {
                var desired = Desired.of(event);
                if (desired.isNothing()) {
                    return;
                }
                desired.problem()
                        .ifPresentOrElse(
                                problem -> intake.refuse(record, context, problem),
                                () -> declared(key, desired));
            }
            case Reading.Removed<DesiredState>(var key, _) -> {
                desiredStates.delete(key);
                keep(key, of(key).with(of(key).docket().withdrawn()));
            }
            case Reading.Unreadable<DesiredState> _ -> {}
        }
    }

    private void declared(String application, Desired desired) {
        var last = desiredStates.get(application);
        if (last == null || desired.succeeds(last)) {
            desiredStates.put(application, desired);
            change(application, docket -> docket.declared(desired.generation()));
        } else {
            LOG.warnf(
                    "not believed: application=%s generation=%d digest=%s known=%d %s",
                    application,
                    desired.generation(),
                    desired.digest(),
                    last.generation(),
                    last.digest());
        }
    }

    private void command(Record<String, byte[]> record) {
        switch (intake.read(record, context, Commanded.class)) {
            case Reading.Event<Commanded>(var key, var event, _) ->
                    OrderMessages.read(event)
                            .ifPresent(order -> change(key, docket -> docket.ordered(order)));
            case Reading.Removed<Commanded> _, Reading.Unreadable<Commanded> _ -> {}
        }
    }

    private void rollback(Record<String, byte[]> record) {
        switch (intake.read(record, context, RollbackIssued.class)) {
            case Reading.Event<RollbackIssued>(var key, var event, _) -> {
                var entry =
                        new Quarantine.Entry(
                                event.getFromDigest(), event.getReason(), event.getIssuedAt());
                change(key, docket -> docket.quarantined(entry));
            }
            case Reading.Removed<RollbackIssued> _, Reading.Unreadable<RollbackIssued> _ -> {}
        }
    }

    private void change(String application, UnaryOperator<Docket> change) {
        var kept = of(application);
        settle(application, kept.with(change.apply(kept.docket())));
    }

    /** Answers what can be answered now, and writes the docket once. */
    private void settle(String application, Kept kept) {
        keep(
                application,
                kept.docket().isOpen() ? answered(application, kept, declarations.rules()) : kept);
    }

    private void lookAgain() {
        for (var application : List.copyOf(open)) {
            var rules = declarations.rules();
            var kept = of(application);
            if (!gate.stands(kept.docket(), rules, now())) {
                keep(application, answered(application, kept, rules));
            }
        }
    }

    /** Says what is decided, unless just that was said already. */
    private Kept answered(String application, Kept kept, Rules rules) {
        var docket = kept.docket();
        var plan = docket.plan();
        var desired = desiredStates.get(application);
        if (plan == null
                || kept.envelope() == null
                || desired == null
                || !desired.digest().equals(plan.digest())) {
            return kept;
        }
        var decision = gate.judge(plan, desired.documents(), docket, rules, now());
        if (!decision.step().equals(docket.said())) {
            var answer = new Announcer.Answer(plan, decision, rules.digest());
            context.forward(announcer.record(application, answer, kept.envelope(), now()));
        }
        return kept.with(docket.answered(decision, rules.digest(), now()));
    }

    private void keep(String application, Kept kept) {
        dockets.put(application, kept);
        remember(application, kept);
    }

    private void remember(String application, Kept kept) {
        if (kept.docket().isOpen()) {
            open.add(application);
        } else {
            open.remove(application);
        }
    }

    private Kept of(String application) {
        return Objects.requireNonNullElse(dockets.get(application), Kept.NOTHING);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
