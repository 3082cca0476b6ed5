package dev.footfall.gateway.journal;

import dev.footfall.alert.Alert;
import dev.footfall.gateway.admission.Members;
import dev.footfall.measurement.Measurement;
import dev.footfall.metrics.calibration.CalibrationDay;
import dev.footfall.observation.Observation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything one transaction will write. Filled by the writer's thread, handed to {@link Journal#commit} once, and kept
 * until that succeeds: a failed commit can be tried again.
 */
public final class Commit {
    private final Map<LocalDate, BlockWriter> blocks = new TreeMap<>();
    private final List<Measurement> running = new ArrayList<>();
    private final List<Measurement> published = new ArrayList<>();
    private final Map<LedgerKey, Tally> ledger = new LinkedHashMap<>();
    private final List<RefusedPayload> refused = new ArrayList<>();
    private final List<DayTotal> dayTotals = new ArrayList<>();
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final List<CalibrationDay> calibrations = new ArrayList<>();
    private final Map<Long, Members.@Nullable Days> members = new LinkedHashMap<>();

    /** One line of the ledger; {@code minute} is epoch minutes, {@code fate} a fate's name or {@code received}. */
    public record LedgerKey(long minute, String source, String sensor, String fate, String reason) {}

    /** A payload kept for inspection, already pseudonymised and cut to size. */
    public record RefusedPayload(
            Instant at, String source, String sensor, String address, String code, String reason, String payload) {}

    /** Sums of a closed day at one entrance, with the store's completeness over that day. */
    public record DayTotal(LocalDate day, String entrance, double ins, double outs, double completeness) {}

    /** Messages on one line of the ledger. */
    public static final class Tally {
        private long messages;

        public void add(long more) {
            messages += more;
        }

        long messages() {
            return messages;
        }
    }

    public void observe(LocalDate day, Observation observation, long key) {
        blocks.computeIfAbsent(day, ignored -> new BlockWriter()).add(observation, key);
    }

    public void running(List<Measurement> rows) {
        running.addAll(rows);
    }

    public void publish(List<Measurement> rows) {
        published.addAll(rows);
    }

    /** Adds to a line of the ledger. */
    public Tally tally(LedgerKey key) {
        return ledger.computeIfAbsent(key, ignored -> new Tally());
    }

    public void refuse(RefusedPayload payload) {
        refused.add(payload);
    }

    public void total(DayTotal total) {
        dayTotals.add(total);
    }

    /** Records an exception; what is said last of one and the same is kept. */
    public void alert(Alert alert) {
        alerts.put(alert.id(), alert);
    }

    /** Keeps what a closed day taught about WiFi. */
    public void teach(CalibrationDay day) {
        calibrations.add(day);
    }

    /** Keeps the days on which somebody came who consented to it; null forgets them. */
    public void remember(long pseudonym, Members.@Nullable Days days) {
        members.put(pseudonym, days);
    }

    public boolean isEmpty() {
        return blocks.isEmpty()
                && running.isEmpty()
                && published.isEmpty()
                && ledger.isEmpty()
                && refused.isEmpty()
                && dayTotals.isEmpty()
                && alerts.isEmpty()
                && calibrations.isEmpty()
                && members.isEmpty();
    }

    public boolean publishes() {
        return !published.isEmpty();
    }

    /** How many measurements it publishes. */
    public int rows() {
        return published.size();
    }

    /** How many observations it holds. */
    public int observations() {
        return blocks.values().stream().mapToInt(BlockWriter::count).sum();
    }

    Map<LocalDate, BlockWriter> blocks() {
        return blocks;
    }

    List<Measurement> runningRows() {
        return running;
    }

    List<Measurement> publishedRows() {
        return published;
    }

    Map<LedgerKey, Tally> ledger() {
        return ledger;
    }

    List<RefusedPayload> refused() {
        return refused;
    }

    List<CalibrationDay> calibrations() {
        return calibrations;
    }

    Map<Long, Members.@Nullable Days> members() {
        return members;
    }

    List<DayTotal> dayTotals() {
        return dayTotals;
    }

    Map<String, Alert> alerts() {
        return alerts;
    }
}
