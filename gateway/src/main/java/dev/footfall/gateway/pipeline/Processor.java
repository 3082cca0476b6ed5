package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.admission.Admission;
import dev.footfall.gateway.admission.MappedIdentities;
import dev.footfall.gateway.admission.Members;
import dev.footfall.gateway.admission.Pseudonyms;
import dev.footfall.gateway.admission.Redaction;
import dev.footfall.gateway.admission.Routed;
import dev.footfall.gateway.admission.SensorBinding;
import dev.footfall.gateway.api.SensorHealth;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Settlement;
import dev.footfall.gateway.journal.Commit;
import dev.footfall.gateway.journal.Commit.RefusedPayload;
import dev.footfall.ledger.Fate;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.beam.BeamFinding;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Observation;
import dev.footfall.observation.Reading;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages in the order of their arrival into one commit: admits them, folds them, settles their fate, and
 * publishes what the passing of time makes due. The same for living and for replay. Used by the writer's thread alone.
 */
public final class Processor {
    private static final Logger LOG = LoggerFactory.getLogger(Processor.class);
    private static final Duration TICK = Duration.ofMinutes(1);
    private static final int REFUSALS_KEPT_PER_MINUTE = 60;

    private final Admission admission;
    private final Members members;
    private DayBook days;
    private final SensorBoard board;
    private final Pseudonyms pseudonyms;
    private final Redaction redaction;
    private final Admission.Sink folding = this::fold;
    private Commit commit = new Commit();
    private LedgerBook ledger = new LedgerBook(commit);
    private Instant nextTick = Instant.MIN;
    private long refusalMinute;
    private int refusalsKept;
    private boolean changed;

    Processor(Admission admission, Members members, DayBook days, SensorBoard board, Pseudonyms pseudonyms) {
        this.admission = admission;
        this.members = members;
        this.days = days;
        this.board = board;
        this.pseudonyms = pseudonyms;
        this.redaction = new Redaction(pseudonyms);
    }

    Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    /** Folds the newest days again after a start. */
    void recover() {
        days.recover((observation, key) -> {
            admission.recall(observation, key);
            board.recall(observation);
        });
        days.lastMoments((seen, key) -> admission.recallDelivery(key));
    }

    /**
     * Goes on with another configuration, between two commits: what the journal holds is folded again by it, and rows that
     * come out otherwise are published as revisions. Repeats are still known as such.
     */
    void reconfigure(StoreConfig config, Runnable alive) {
        days = days.reconfigured(config, alive);
        admission.use(config);
        members.drain(commit::remember);
        changed = true;
    }

    public Settlement process(Routed message) {
        Arrival arrival = message.arrival();
        tickTo(arrival.at());
        ledger.received(arrival);
        return switch (message) {
            case Routed.Understood understood -> understood(understood);
            case Routed.Refused refused -> refused(refused);
        };
    }

    private Settlement understood(Routed.Understood message) {
        Arrival arrival = message.arrival();
        SensorBinding binding = message.binding();
        boolean counter = hasCounter(message.readings().readings());
        int quarantinedBefore = counter ? days.quarantined(binding.id(), arrival.at()) : 0;
        int admitted = admission.admit(message, folding);
        members.drain(commit::remember);
        Fate fate = admitted == 0 ? Fate.DUPLICATE : Fate.COUNTED;
        String reason = "";
        if (counter && admitted > 0 && days.quarantined(binding.id(), arrival.at()) > quarantinedBefore) {
            fate = Fate.QUARANTINED;
            reason = "impossible-count";
        }
        noteSkew(message);
        return settle(arrival, binding.id().value(), fate, reason, reason);
    }

    private static boolean hasCounter(List<Reading> readings) {
        for (Reading reading : readings) {
            if (isCounter(reading.fact())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCounter(Fact fact) {
        return fact instanceof Fact.Counter || (fact instanceof Fact.OfStaff staff && isCounter(staff.said()));
    }

    private void noteSkew(Routed.Understood message) {
        for (Reading reading : message.readings().readings()) {
            Instant deviceTime = reading.deviceTime();
            if (deviceTime != null) {
                board.skew(message.binding(), Duration.between(message.arrival().at(), deviceTime));
                return;
            }
        }
    }

    private void fold(Observation observation, long key) {
        DayFold day = days.observe(observation, key, commit);
        board.observed(observation);
        if (observation.fact() instanceof Fact.Beam || observation.fact() instanceof Fact.Heartbeat) {
            remark(day, observation.sensor());
        }
        changed = true;
    }

    private void remark(DayFold day, SensorId sensor) {
        board.remark(
                sensor, day.beamFindings(sensor).stream().map(Processor::remark).toList());
    }

    private static SensorHealth.Remark remark(BeamFinding finding) {
        return new SensorHealth.Remark(finding.kind().wireName(), finding.why());
    }

    private Settlement refused(Routed.Refused message) {
        Arrival arrival = message.arrival();
        String sensor = message.sensor() == null
                ? SensorBoard.UNASSIGNED
                : message.sensor().id().value();
        keep(arrival, sensor, message.code(), message.reason(), MappedIdentities.of(message.sensor()));
        return settle(arrival, sensor, Fate.REJECTED, message.code(), message.reason());
    }

    private void keep(Arrival arrival, String sensor, String code, String reason, Set<String> personal) {
        long minute = Math.floorDiv(arrival.at().getEpochSecond(), 60L);
        if (minute != refusalMinute) {
            refusalMinute = minute;
            refusalsKept = 0;
        }
        if (refusalsKept++ < REFUSALS_KEPT_PER_MINUTE) {
            var day = days.dayOf(arrival.at()).date();
            commit.refuse(new RefusedPayload(
                    arrival.at(),
                    arrival.source().wireName(),
                    sensor,
                    redaction.text(arrival.message().address(), day),
                    code,
                    redaction.text(reason, day),
                    redaction.payload(arrival.message().payload(), day, personal)));
        }
    }

    /** A message that a fault in this program kept from being processed: counted, and kept out of the figures. */
    Settlement failed(Routed message, RuntimeException fault) {
        LOG.error("A message could not be processed; it is quarantined. This is a fault in the program.", fault);
        Arrival arrival = message.arrival();
        String sensor =
                message instanceof Routed.Understood u ? u.binding().id().value() : SensorBoard.UNASSIGNED;
        return settle(arrival, sensor, Fate.QUARANTINED, "internal-fault", "The gateway could not process it.");
    }

    private Settlement settle(Arrival arrival, String sensor, Fate fate, String code, String sentence) {
        ledger.settled(arrival, sensor, fate, code);
        board.settled(sensor, fate, arrival.at());
        return new Settlement(arrival, fate, sentence);
    }

    /** Lets time pass up to this moment of the arrival clock, publishing at each full minute. */
    void tickTo(Instant at) {
        if (nextTick.equals(Instant.MIN)) {
            nextTick = Instant.ofEpochSecond((Math.floorDiv(at.getEpochSecond(), 60L) + 1) * 60L);
            days.publish(nextTick.minus(TICK), commit);
        }
        while (!at.isBefore(nextTick)) {
            days.publish(nextTick, commit);
            members.day(days.dayOf(nextTick).date());
            members.drain(commit::remember);
            nextTick = nextTick.plus(TICK);
        }
    }

    /** Refreshes the rows of running windows if anything was observed since. */
    void refresh(Instant now) {
        days.refresh(now, commit);
    }

    void closeAll(Instant end) {
        days.closeAll(end, commit);
    }

    /** True if something was observed since the last call. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    Commit commit() {
        return commit;
    }

    /** Begins the next commit, once the last is on disk. */
    void committed(Instant now) {
        commit = new Commit();
        ledger = new LedgerBook(commit);
        days.forget(now);
    }

    DayBook days() {
        return days;
    }

    SensorBoard board() {
        return board;
    }
}
