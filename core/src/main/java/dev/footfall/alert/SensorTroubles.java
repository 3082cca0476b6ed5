package dev.footfall.alert;

import static java.util.Objects.requireNonNull;

import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.beam.BeamFinding;
import dev.footfall.metrics.counting.QuarantinedJump;
import dev.footfall.metrics.coverage.Condition;
import dev.footfall.reason.Reason;
import dev.footfall.reason.TroubleReason.BeamFault;
import dev.footfall.reason.TroubleReason.ClockWrong;
import dev.footfall.reason.TroubleReason.CountImpossible;
import dev.footfall.reason.TroubleReason.NotHeardSince;
import dev.footfall.reason.TroubleReason.SilentBecause;
import dev.footfall.reason.TroubleReason.SilentSince;
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
    /** So many times that cannot be right are chance, however few messages there are. */
    private static final int CHANCE = 2;

    private final Sensor sensor;
    private final StoreCalendar calendar;
    private @Nullable LocalDate date;
    private long jumps;
    private @Nullable Instant firstLook;
    private boolean restarted;

    /** @param since when it began; @param why what is wrong, null if there is a sign that it is over */
    record Told(Instant since, @Nullable Reason why) {
        static Told over(Instant at) {
            return new Told(at, null);
        }

        boolean mended() {
            return why == null;
        }

        /** What is wrong with a sensor that is not mended. */
        Reason because() {
            return requireNonNull(why, "a sensor that is mended has no trouble");
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
        told.put(SensorTrouble.SILENT, new Told(from, silent(day, condition, from)));
    }

    private Reason silent(DayFold day, Condition condition, Instant from) {
        Reason blocked = finding(day, BeamFinding.Kind.BLOCKED);
        if (blocked != null) {
            return new SilentBecause(id(), blocked);
        }
        return condition.everHeard()
                ? new SilentSince(id(), calendar.moment(from), sensor.expectEvery())
                : new NotHeardSince(id(), calendar.moment(from), sensor.expectEvery());
    }

    private String id() {
        return sensor.id().value();
    }

    private void clock(Condition.@Nullable ClockDoubt doubt, Instant at, Map<SensorTrouble, Told> told) {
        told.put(
                SensorTrouble.CLOCK,
                doubt == null || doubt.wrong() <= CHANCE
                        ? Told.over(at)
                        : new Told(
                                doubt.since(),
                                new ClockWrong(
                                        id(),
                                        doubt.wrong(),
                                        doubt.messages(),
                                        calendar.moment(doubt.since()),
                                        calendar.moment(at))));
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
                new Told(last.at(), new CountImpossible(id(), calendar.moment(last.at()), last.why())));
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
        Reason why = finding(day, kind);
        told.put(trouble, why == null ? Told.over(at) : new Told(quarter, new BeamFault(id(), why)));
    }

    private @Nullable Reason finding(DayFold day, BeamFinding.Kind kind) {
        return day.beamFindings(sensor.id()).stream()
                .filter(finding -> finding.kind() == kind)
                .map(BeamFinding::why)
                .findFirst()
                .orElse(null);
    }
}
