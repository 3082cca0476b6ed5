package dev.footfall.alert;

import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.beam.BeamFinding;
import dev.footfall.metrics.counting.QuarantinedJump;
import dev.footfall.metrics.coverage.Condition;
import dev.footfall.store.StoreConfig.Sensor;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with one sensor, or no longer, judged from its day at the end of every quarter. */
final class SensorTroubles {
    private static final String FAULT = " This looks like a fault of the sensor, not like a quiet store: ";

    /** So many times that cannot be right are chance, however few messages there are. */
    private static final int CHANCE = 2;

    private final Sensor sensor;
    private final StoreCalendar calendar;
    private @Nullable LocalDate date;
    private long jumps;
    private @Nullable Instant firstLook;
    private boolean restarted;

    /** @param since when it began; @param mended true if there is a sign that it is over */
    record Told(Instant since, String sentence, boolean mended) {
        static Told over(Instant at) {
            return new Told(at, "", true);
        }
    }

    SensorTroubles(Sensor sensor, StoreCalendar calendar) {
        this.sensor = sensor;
        this.calendar = calendar;
    }

    /** What was told before a restart is not told again. */
    void restarted() {
        restarted = true;
    }

    /**
     * What can be told at a moment; nothing of what stays as it was.
     *
     * @param open the opening span that the moment lies in, null if the store is closed
     */
    Map<SensorTrouble, Told> at(DayFold day, Instant at, @Nullable Window open) {
        Condition condition = day.condition(sensor.id(), at);
        begin(day);
        Instant quarter = calendar.quarterOf(at.minusMillis(1)).start();
        firstLook = firstLook == null ? quarter : firstLook;
        Map<SensorTrouble, Told> told = new EnumMap<>(SensorTrouble.class);
        if (open == null) {
            silenceOver(condition, at, told);
        } else {
            silence(day, condition, at, open.start().isAfter(firstLook) ? open.start() : firstLook, told);
        }
        if (condition.messages() > 0) {
            clock(condition.doubt(), at, told);
            jumps(day, at, told);
            beams(day, quarter, at, told);
        }
        return told;
    }

    private void begin(DayFold day) {
        if (!day.day().date().equals(date)) {
            date = day.day().date();
            jumps = restarted ? day.quarantinedCount(sensor.id()) : 0;
            restarted = false;
        }
    }

    private static void silenceOver(Condition condition, Instant at, Map<SensorTrouble, Told> told) {
        if (condition.silentSince() == null) {
            told.put(SensorTrouble.SILENT, Told.over(at));
        }
    }

    private void silence(
            DayFold day, Condition condition, Instant at, Instant watchedFrom, Map<SensorTrouble, Told> told) {
        silenceOver(condition, at, told);
        Instant since = condition.silentSince();
        if (since == null) {
            return;
        }
        Instant from = condition.everHeard() || since.isAfter(watchedFrom) ? since : watchedFrom;
        if (!condition.everHeard() && at.isBefore(from.plus(sensor.expectEvery().multipliedBy(2)))) {
            return;
        }
        String blocked = sentence(day, BeamFinding.Kind.BLOCKED);
        String what = blocked != null
                ? blocked
                : condition.everHeard()
                        ? "silent since %s, for it has not spoken for twice the %s in which it should"
                                .formatted(calendar.clock(from), minutes())
                        : "not heard since %s, though it should speak every %s"
                                .formatted(calendar.clock(from), minutes());
        told.put(
                SensorTrouble.SILENT,
                new Told(
                        from,
                        sensor.id() + ": " + what + "." + FAULT
                                + "see to its power, its network and what stands in its way.",
                        false));
    }

    private String minutes() {
        long seconds = sensor.expectEvery().toSeconds();
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    private void clock(Condition.@Nullable ClockDoubt doubt, Instant at, Map<SensorTrouble, Told> told) {
        told.put(
                SensorTrouble.CLOCK,
                doubt == null || doubt.wrong() <= CHANCE
                        ? Told.over(at)
                        : new Told(
                                doubt.since(),
                                sensor.id() + "'s clock stands still, jumped or was never set: " + doubt.wrong()
                                        + " of its " + doubt.messages() + " messages between "
                                        + calendar.clock(doubt.since()) + " and " + calendar.clock(at)
                                        + " were counted at the time they arrived." + FAULT
                                        + "set its clock, or give it a time server.",
                                false));
    }

    private void jumps(DayFold day, Instant at, Map<SensorTrouble, Told> told) {
        long count = day.quarantinedCount(sensor.id());
        if (count <= jumps) {
            told.put(SensorTrouble.IMPOSSIBLE_COUNT, Told.over(at));
            return;
        }
        jumps = count;
        QuarantinedJump last = day.quarantinedJumps().stream()
                .filter(jump -> jump.sensor().equals(sensor.id()))
                .reduce((a, b) -> a.at().isAfter(b.at()) ? a : b)
                .orElseThrow();
        told.put(
                SensorTrouble.IMPOSSIBLE_COUNT,
                new Told(
                        last.at(),
                        sensor.id() + " told a count at " + calendar.clock(last.at()) + " that cannot be people ("
                                + last.reason() + "); it was left out." + FAULT
                                + "its counter was reset, replaced or disturbed.",
                        false));
    }

    private void beams(DayFold day, Instant quarter, Instant at, Map<SensorTrouble, Told> told) {
        beam(day, quarter, at, SensorTrouble.DEAD_BEAM, BeamFinding.Kind.SILENT_SIDE, told);
        beam(day, quarter, at, SensorTrouble.BEAMS_APART, BeamFinding.Kind.NEVER_OVERLAP, told);
        beam(day, quarter, at, SensorTrouble.LOST_EDGES, BeamFinding.Kind.LOST_EDGES, told);
    }

    private void beam(
            DayFold day,
            Instant quarter,
            Instant at,
            SensorTrouble trouble,
            BeamFinding.Kind kind,
            Map<SensorTrouble, Told> told) {
        String sentence = sentence(day, kind);
        told.put(
                trouble,
                sentence == null
                        ? Told.over(at)
                        : new Told(
                                quarter,
                                sensor.id() + ": " + sentence + ". This looks like a fault, not real.",
                                false));
    }

    private @Nullable String sentence(DayFold day, BeamFinding.Kind kind) {
        return day.beamFindings(sensor.id()).stream()
                .filter(finding -> finding.kind() == kind)
                .map(BeamFinding::sentence)
                .findFirst()
                .orElse(null);
    }
}
