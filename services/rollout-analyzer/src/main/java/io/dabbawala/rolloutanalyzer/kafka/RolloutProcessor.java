package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.events.Commanded;
import io.dabbawala.events.RolloutProgressed;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.Reading;
import io.dabbawala.platform.streams.Intake;
import io.dabbawala.rolloutanalyzer.canary.CanarySpec;
import io.dabbawala.rolloutanalyzer.canary.Look;
import io.dabbawala.rolloutanalyzer.canary.Rollout;
import io.dabbawala.rolloutanalyzer.canary.Stage;
import io.dabbawala.rolloutanalyzer.canary.Step;
import io.dabbawala.rolloutanalyzer.canary.Verdict;
import io.dabbawala.rolloutanalyzer.canary.Wish;
import io.dabbawala.rolloutanalyzer.judge.Measurement;
import io.dabbawala.rolloutanalyzer.judge.MetricCheck;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Follows rollouts: takes in reports and orders, looks at every rollout each second, and speaks.
 */
final class RolloutProcessor implements Processor<String, byte[], String, Outgoing> {

    static final String STORE = "rollouts";

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Intake intake;
    private final StreamOutbox outbox;
    private final Judging judging;
    private final MeterRegistry meters;
    private ProcessorContext<String, Outgoing> context;
    private Declarations declarations;
    private Samples samples;
    private KeyValueStore<String, Kept> rollouts;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    RolloutProcessor(Intake intake, StreamOutbox outbox, Judging judging, MeterRegistry meters) {
        this.intake = intake;
        this.outbox = outbox;
        this.judging = judging;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Outgoing> initial) {
        this.context = initial;
        this.declarations = new Declarations(initial.getStateStore(DeclarationProcessor.STORE));
        this.samples = new Samples(initial.getStateStore(Samples.STORE));
        this.rollouts = initial.getStateStore(STORE);
        initial.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (Intake.address(record, context).topic().equals(Topics.ROLLOUT_PROGRESS)) {
            switch (intake.read(record, context, RolloutProgressed.class)) {
                case Reading.Event<RolloutProgressed>(var key, var report, var envelope) -> {
                    if (report.getRollout().equals(key)) {
                        reported(report, envelope);
                    } else {
                        intake.refuse(record, context, "its key is not its rollout");
                    }
                }
                case Reading.Removed<RolloutProgressed> _,
                        Reading.Unreadable<RolloutProgressed> _ -> {}
            }
        } else {
            switch (intake.read(record, context, Commanded.class)) {
                case Reading.Event<Commanded>(var key, var command, _) -> ordered(key, command);
                case Reading.Removed<Commanded> _, Reading.Unreadable<Commanded> _ -> {}
            }
        }
    }

    private void reported(RolloutProgressed report, Envelope envelope) {
        var progress = ProgressMessages.read(report);
        var kept = rollouts.get(report.getRollout());
        if (kept == null) {
            var first = Rollout.firstSeen(progress, now());
            rollouts.put(report.getRollout(), new Kept(envelope, first, Instant.EPOCH));
            return;
        }
        var next = kept.rollout().reported(progress, now());
        if (next != kept.rollout()) {
            rollouts.put(report.getRollout(), new Kept(envelope, next, kept.commandedAt()));
        }
    }

    private void ordered(String name, Commanded command) {
        var kept = rollouts.get(name);
        if (kept == null || command.getCommandedAt().isBefore(kept.commandedAt())) {
            return;
        }
        var delivery = kept.rollout().progress().subject().delivery();
        CommandMessages.read(command, now())
                .filter(
                        wish ->
                                wish instanceof Wish.Pause
                                        || wish instanceof Wish.Resume
                                        || CommandMessages.isMeantFor(command, delivery))
                .ifPresent(
                        wish ->
                                speak(
                                        kept.commanded(command.getCommandedAt()),
                                        kept.rollout().wished(wish, spec(name).threshold(), now()),
                                        now()));
    }

    private void tick(long timestamp) {
        var now = Instant.ofEpochMilli(timestamp);
        var canaries = declarations.canaries();
        for (var kept : all()) {
            var name = kept.name();
            var spec = canaries.getOrDefault(name, Declarations.none(name));
            var look = new Look(now, spec, judging.maxBlind(), check -> measure(kept, check, now));
            speak(kept, kept.rollout().looked(look), now);
        }
    }

    /** Nothing from before the attempt: what the earlier canary did says nothing about this one. */
    private Measurement measure(Kept kept, MetricCheck check, Instant now) {
        var began = kept.rollout().timing().startedAt();
        var from = now.minus(check.interval());
        var start = from.isBefore(began) ? began : from;
        var window =
                samples.window(
                        kept.name(), SampleMessages.REQUESTS, SampleMessages.CANARY, start, now);
        return judging.judge().measure(check, window, now);
    }

    private void speak(Kept kept, Step step, Instant now) {
        var next = kept.with(step.rollout());
        if (step.rollout() != kept.rollout()) {
            rollouts.put(kept.name(), next);
        }
        for (var verdict : step.verdicts()) {
            if (!(kept.rollout().stage() instanceof Stage.RolledBack)) {
                bringBack(next, verdict, now);
            }
            say(next, verdict, now);
        }
    }

    private void say(Kept kept, Verdict verdict, Instant now) {
        var subject = kept.rollout().progress().subject();
        meters.counter(
                        "rollout_analyzer_verdicts",
                        "verdict",
                        verdict.kind().name().toLowerCase(Locale.ROOT))
                .increment();
        context.forward(
                outbox.event(
                        Topics.ROLLOUT_VERDICTS,
                        kept.name(),
                        VerdictMessages.write(subject, verdict, now),
                        kept.causes("RolloutJudged", kept.name(), verdict.step(), now)));
    }

    private void bringBack(Kept kept, Verdict verdict, Instant now) {
        var progress = kept.rollout().progress();
        var application = progress.subject().application();
        if (verdict.bringsEarlierBack() && !progress.revisions().promotedRevision().isEmpty()) {
            meters.counter("rollout_analyzer_rollbacks").increment();
            context.forward(
                    outbox.event(
                            Topics.ROLLBACKS,
                            application,
                            RollbackMessages.write(progress, verdict, now),
                            RollbackMessages.envelope(kept.envelope(), application, now)));
        }
    }

    private CanarySpec spec(String name) {
        return declarations.canaries().getOrDefault(name, Declarations.none(name));
    }

    private List<Kept> all() {
        var all = new ArrayList<Kept>();
        try (var kept = rollouts.all()) {
            kept.forEachRemaining(entry -> all.add(entry.value));
        }
        return all;
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
