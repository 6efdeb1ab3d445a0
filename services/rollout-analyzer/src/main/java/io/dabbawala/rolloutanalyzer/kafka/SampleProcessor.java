package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.events.MetricSampled;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.Reading;
import io.dabbawala.platform.streams.Intake;
import io.dabbawala.rolloutanalyzer.slo.Budget;
import io.dabbawala.rolloutanalyzer.slo.Objective;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the samples as buckets, sums the old ones up, and measures error budgets from them. */
final class SampleProcessor implements Processor<String, byte[], String, Outgoing> {

    static final String BUDGETS = "budgets";

    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Duration DETAIL = Duration.ofMinutes(3);

    private final Intake intake;
    private final StreamOutbox outbox;
    private final MeterRegistry meters;
    private final Set<String> rollouts = new TreeSet<>();
    private ProcessorContext<String, Outgoing> context;
    private Declarations declarations;
    private Samples samples;
    private KeyValueStore<String, Budget> budgets;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    SampleProcessor(Intake intake, StreamOutbox outbox, MeterRegistry meters) {
        this.intake = intake;
        this.outbox = outbox;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Outgoing> initial) {
        this.context = initial;
        this.declarations = new Declarations(initial.getStateStore(DeclarationProcessor.STORE));
        this.samples = new Samples(initial.getStateStore(Samples.STORE));
        this.budgets = initial.getStateStore(BUDGETS);
        this.rollouts.addAll(samples.rollouts());
        initial.schedule(PERIOD, PunctuationType.WALL_CLOCK_TIME, this::settle);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        switch (intake.read(record, context, MetricSampled.class)) {
            case Reading.Event<MetricSampled>(var key, var sample, _) -> {
                var now = Instant.ofEpochMilli(context.currentSystemTimeMs());
                SampleMessages.refusal(key, sample, now)
                        .ifPresentOrElse(
                                why -> intake.refuse(record, context, why), () -> keep(sample));
            }
            case Reading.Removed<MetricSampled> _, Reading.Unreadable<MetricSampled> _ -> {}
        }
    }

    private void keep(MetricSampled sample) {
        var isKept = samples.put(SampleMessages.about(sample), SampleMessages.bucket(sample));
        rollouts.add(sample.getRollout());
        meters.counter("rollout_analyzer_samples", "outcome", isKept ? "counted" : "late")
                .increment();
    }

    private void settle(long timestamp) {
        var now = Instant.ofEpochMilli(timestamp);
        var canaries = declarations.canaries();
        for (var rollout : rollouts) {
            var longest =
                    canaries.getOrDefault(rollout, Declarations.none(rollout)).longestInterval();
            samples.age(rollout, detail(longest), now);
        }
        var declared = new HashMap<String, Objective>();
        declarations.objectives().forEach(it -> declared.put(it.slo(), it));
        withdrawn(declared.keySet()).forEach(slo -> withdraw(slo, now));
        declared.values().stream()
                .filter(objective -> rollouts.contains(objective.rollout()))
                .forEach(objective -> measure(objective, now));
    }

    /** Twice as long as a metric looks back, so that "there once were samples" can be told. */
    private static Duration detail(Duration longest) {
        var twice = longest.multipliedBy(2);
        return twice.compareTo(DETAIL) > 0 ? twice : DETAIL;
    }

    private void measure(Objective objective, Instant now) {
        var budget =
                Budget.measure(
                        objective,
                        length ->
                                samples.counts(
                                        objective.rollout(),
                                        objective.metric(),
                                        now.minus(length)));
        if (!budget.equals(budgets.get(objective.slo()))) {
            budgets.put(objective.slo(), budget);
            context.forward(
                    outbox.event(
                            Topics.BUDGETS,
                            objective.slo(),
                            BudgetMessages.write(budget, now),
                            envelope(objective.slo(), now)));
        }
    }

    private ArrayList<String> withdrawn(Set<String> declared) {
        var gone = new ArrayList<String>();
        try (var all = budgets.all()) {
            all.forEachRemaining(entry -> gone.add(entry.key));
        }
        gone.removeAll(declared);
        return gone;
    }

    private void withdraw(String slo, Instant now) {
        budgets.delete(slo);
        context.forward(outbox.tombstone(Topics.BUDGETS, slo, envelope(slo, now)));
    }

    private static Envelope envelope(String slo, Instant now) {
        return Envelope.root(StreamOutbox.SERVICE, "ErrorBudgetMeasured", slo, now, slo);
    }
}
