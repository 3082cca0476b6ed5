package dev.footfall.gateway.observability;

import dev.footfall.gateway.intake.Settlement;
import dev.footfall.gateway.intake.Source;
import dev.footfall.ledger.Fate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Every meter of the gateway. Names are dotted lower-case; tags are bounded: sources and fates, never topics or text. */
public final class GatewayMetrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final Map<Source, Counter> received = new EnumMap<>(Source.class);
    private final Map<Source, Map<Fate, Counter>> settled = new EnumMap<>(Source.class);
    private final AtomicLong unsettled = new AtomicLong();
    private final Timer commits = Timer.builder("footfall.commit")
            .description("Time of one transaction until it is on disk")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(10))
            .register(registry);
    private final Counter commitFailures = Counter.builder("footfall.commit.failures")
            .description("Transactions that failed and were tried again")
            .register(registry);
    private final Counter observations = Counter.builder("footfall.observations")
            .description("Observations admitted to the journal")
            .register(registry);

    public GatewayMetrics() {
        for (Source source : Source.values()) {
            received.put(
                    source,
                    Counter.builder("footfall.messages.received")
                            .description("Messages received")
                            .tag("source", source.wireName())
                            .register(registry));
            Map<Fate, Counter> fates = new EnumMap<>(Fate.class);
            for (Fate fate : Fate.values()) {
                fates.put(
                        fate,
                        Counter.builder("footfall.messages.settled")
                                .description("Messages by what became of them")
                                .tag("source", source.wireName())
                                .tag("fate", fate.wireName())
                                .register(registry));
            }
            settled.put(source, fates);
        }
        Gauge.builder("footfall.ledger.difference", unsettled, AtomicLong::get)
                .description("Committed messages received less the sum of their fates; must be 0")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        gc.bindTo(registry);
    }

    /** A figure read when it is asked for. */
    public void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    /** Counts the messages of one commit: received at one place, their fates at another, so that a gap would show. */
    public void settled(List<Settlement> settlements) {
        int fates = Fate.values().length;
        long[] counts = new long[Source.values().length * fates];
        for (Settlement settlement : settlements) {
            counts[
                    settlement.arrival().source().ordinal() * fates
                            + settlement.fate().ordinal()]++;
        }
        for (Source source : Source.values()) {
            long ofSource = 0;
            for (Fate fate : Fate.values()) {
                long count = counts[source.ordinal() * fates + fate.ordinal()];
                if (count > 0) {
                    settledCounter(source, fate).increment(count);
                    ofSource += count;
                }
            }
            unsettled.addAndGet(-ofSource);
        }
    }

    /** Counts messages as they are taken from the sources. */
    public void received(Source source, long messages) {
        counter(received.get(source)).increment(messages);
        unsettled.addAndGet(messages);
    }

    private Counter settledCounter(Source source, Fate fate) {
        Map<Fate, Counter> fates = settled.get(source);
        return counter(fates == null ? null : fates.get(fate));
    }

    private static Counter counter(@org.jspecify.annotations.Nullable Counter counter) {
        if (counter == null) {
            throw new IllegalStateException("every source and fate has a counter");
        }
        return counter;
    }

    public void committed(long nanos, int admitted) {
        commits.record(nanos, TimeUnit.NANOSECONDS);
        observations.increment(admitted);
    }

    /** Counts an attempt to log in at the kiosk, by what became of it. */
    public void loggedIn(String outcome) {
        Counter.builder("footfall.kiosk.logins")
                .description("Attempts to log in at the kiosk, by what became of them")
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    public void commitFailed() {
        commitFailures.increment();
    }

    /** Counts what became of messages to a webhook: {@code sent}, {@code failed} or {@code skipped}. */
    public void webhook(String target, String outcome, int messages) {
        Counter.builder("footfall.webhook.messages")
                .description("Messages to webhooks by what became of them")
                .tag("target", target)
                .tag("outcome", outcome)
                .register(registry)
                .increment(messages);
    }

    /** Prometheus text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
