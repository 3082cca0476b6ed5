package dev.footfall.gateway.admission;

import dev.footfall.gateway.intake.Arrival;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Flag;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Observation;
import dev.footfall.observation.Reading;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.StoreCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides about each reading: is it new, when did it happen, and who must not be named. Stateful; used by the writer's
 * thread alone, and fed with what the journal holds at start.
 */
public final class Admission {
    private StoreCalendar calendar;
    private final Duration grace;
    private final Pseudonyms pseudonyms;
    private final Members members;
    private BusinessDates dates;
    private final SeenKeys seen = new SeenKeys();
    private final Deliveries deliveries = new Deliveries();
    private final Map<SensorId, SensorClock> clocks = new HashMap<>();

    /** @param grace how long after its end a quarter of an hour is published; what comes later is flagged late */
    public Admission(StoreCalendar calendar, Duration grace, Pseudonyms pseudonyms, Members members) {
        this.calendar = calendar;
        this.dates = new BusinessDates(calendar);
        this.grace = grace;
        this.pseudonyms = pseudonyms;
        this.members = members;
    }

    /** Goes on by another configuration; what was seen stays seen. */
    public void use(StoreConfig changed) {
        calendar = changed.calendar();
        members.lookBack(changed.privacy().returningDays());
        dates = new BusinessDates(calendar);
    }

    /** Receives what was admitted. */
    public interface Sink {
        void accept(Observation observation, long key);
    }

    /**
     * Admits the new readings of a message.
     *
     * @return how many were new; 0 means that the whole message is a repeat
     */
    public int admit(Routed.Understood message, Sink sink) {
        Arrival arrival = message.arrival();
        SensorBinding binding = message.binding();
        List<Reading> readings = message.readings().readings();
        long delivery = Deliveries.key(arrival);
        if (delivery != 0 && deliveries.isRepeat(arrival, delivery)) {
            return 0;
        }
        SensorClock clock = clocks.computeIfAbsent(binding.id(), ignored -> new SensorClock());
        if (readings.isEmpty()) {
            readings = List.of(Reading.of(Fact.Heartbeat.BARE));
        }
        int admitted = 0;
        long mark = delivery;
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            Naming naming = new Naming(message.pseudonyms(), i);
            boolean bears = !saysLittleMoreThanWho(reading.fact());
            if (admit(reading, naming, arrival, binding, clock, bears ? mark : 0, sink)) {
                admitted++;
                mark = bears ? 0 : mark;
            }
        }
        return admitted;
    }

    /**
     * A hash over such a message could be found again by trying all addresses, so it is not kept. Redelivered after a crash it
     * is heard again, which changes nobody's number.
     */
    private static boolean saysLittleMoreThanWho(Fact fact) {
        return fact instanceof Fact.Member || fact instanceof Fact.Sighting;
    }

    private boolean admit(
            Reading reading,
            Naming naming,
            Arrival arrival,
            SensorBinding binding,
            SensorClock clock,
            long delivery,
            Sink sink) {
        long key = reading.key() == null ? 0 : factKey(binding.id(), reading.key());
        if (key != 0 && seen.contains(key)) {
            return false;
        }
        if (arrival.message().retained() && clock.isReplay(reading)) {
            return false;
        }
        SensorClock.Dated dated = clock.date(reading, arrival.at(), binding.trust());
        Instant at = dated.at();
        int flags = (dated.trusted() ? 0 : Flag.CLOCK_UNTRUSTED.bit())
                | (arrival.message().retained() ? Flag.RETAINED.bit() : 0)
                | (isLate(at, arrival.at()) ? Flag.LATE.bit() : 0);
        if (key != 0) {
            seen.add(key);
        }
        long kept = key != 0 ? key : delivery;
        sink.accept(
                new Observation(binding.id(), at, reading.line(), flags, anonymous(reading.fact(), naming, at)), kept);
        return true;
    }

    private boolean isLate(Instant at, Instant arrival) {
        return Duration.between(at, arrival).compareTo(grace) > 0
                && !calendar.quarterOf(at).end().plus(grace).isAfter(arrival);
    }

    /** Takes up what the journal remembers, after a start. */
    public void recall(Observation observation, long key) {
        if (key != 0 && !Deliveries.isDelivery(key)) {
            seen.add(key);
        }
        clocks.computeIfAbsent(observation.sensor(), ignored -> new SensorClock())
                .recall(observation);
    }

    /** Takes up what was committed shortly before the last stop: its acknowledgement may never have arrived. */
    public void recallDelivery(long key) {
        if (Deliveries.isDelivery(key)) {
            deliveries.recall(key);
        }
    }

    /** Same sensor and same words for the fact, same key; its lowest bit is clear. */
    private static long factKey(SensorId sensor, String words) {
        long key = KeyHash.of(KeyHash.of(1, sensor.value()), words) & ~1L;
        return key == 0 ? 2 : key;
    }

    /** The pseudonym in one reading, if it was made ahead. */
    private record Naming(PseudonymsAhead ahead, int reading) {}

    private Fact anonymous(Fact fact, Naming naming, Instant at) {
        return fact instanceof Fact.Member member
                ? members.told(member, dates.of(at))
                : fact.renamed(identity -> pseudonym(identity, naming, dates.of(at)));
    }

    private Identity.Pseudonym pseudonym(Identity identity, Naming naming, LocalDate date) {
        Identity.Pseudonym made = naming.ahead.of(naming.reading, date);
        return made == null ? pseudonyms.of(identity, date) : made;
    }
}
