package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.journal.Commit;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.metrics.calibration.Calibration;
import dev.footfall.metrics.calibration.CalibrationDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the days of a store teach about its WiFi. A day learns from the days before it; one of the first, which has too few
 * before it, also from those after, and is told again once there are enough. Used by the writer's thread alone.
 */
final class Calibrations {
    /** So many days are learned from, the nearest; however long ago, for a shop may calibrate once a year. */
    private static final int DAYS = 56;

    private static final int DAYS_KEPT = 2 * DAYS;

    /** With so many days before it a day needs none after it. */
    private static final int ENOUGH = 7;

    private record Learned(int version, Calibration calibration) {}

    private final TreeMap<LocalDate, CalibrationDay> days = new TreeMap<>();
    private final Map<LocalDate, Learned> learned = new HashMap<>();
    private final TreeSet<LocalDate> early = new TreeSet<>();
    private int version;
    private int toldVersion;

    Calibrations(JournalReader reader) {
        reader.calibrations(DAYS_KEPT).forEach(day -> days.put(day.date(), day));
    }

    /** What there is to know on a day. */
    Calibration of(LocalDate date) {
        Learned known = learned.get(date);
        if (known == null || known.version != version) {
            known = new Learned(version, Calibration.of(teachers(date)));
            learned.keySet().removeIf(other -> other.isBefore(date.minusDays(DAYS_KEPT)));
            learned.put(date, known);
        }
        return known.calibration;
    }

    private List<CalibrationDay> teachers(LocalDate date) {
        List<CalibrationDay> teachers = new ArrayList<>();
        days.headMap(date, false).descendingMap().values().stream().limit(DAYS).forEach(teachers::add);
        if (teachers.size() < ENOUGH) {
            days.tailMap(date, false).values().stream()
                    .limit(DAYS - teachers.size())
                    .forEach(teachers::add);
        }
        return teachers;
    }

    /** Learns from a closed day that heard WiFi, and keeps what it taught. */
    void learn(CalibrationDay day, Commit commit) {
        if (days.headMap(day.date()).size() < ENOUGH) {
            early.add(day.date());
        }
        CalibrationDay before = days.get(day.date());
        if (before == null ? day.pairs().isEmpty() : Arrays.equals(before.bytes(), day.bytes())) {
            return;
        }
        days.put(day.date(), day);
        commit.teach(day);
        version++;
        if (days.size() > DAYS_KEPT) {
            days.pollFirstEntry();
        }
    }

    /**
     * First days that should be told again because there is more to know about them.
     *
     * @param last true if there will be no more days
     */
    Set<LocalDate> toTellAgain(boolean last) {
        if (early.isEmpty() || version == toldVersion || (!last && days.size() <= ENOUGH)) {
            return Set.of();
        }
        toldVersion = version;
        Set<LocalDate> again = Set.copyOf(early);
        if (days.size() > ENOUGH) {
            early.clear();
        }
        return new TreeSet<>(again);
    }
}
