package dev.footfall.gateway.api;

import dev.footfall.measurement.State;
import dev.footfall.reason.SensorReason.NoSensor;
import dev.footfall.store.StoreConfig;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** A store at a moment, as the kiosk may have to show it: made up, the same each time. */
record Scene(StoreConfig config, SampleFigures figures, Instant now, Kind kind) {
    private static final Instant EVENING = Instant.parse("2026-11-22T10:32:10Z");
    private static final Instant AT_NIGHT = Instant.parse("2026-11-22T15:10:00Z");

    /** What is not as usual. */
    enum Kind {
        USUAL,
        /** The gateway has just been installed. */
        EMPTY,
        /** There is no yesterday to compare with. */
        FIRST_DAY,
        CLOSED,
        /** A door is silent. */
        DEGRADED,
        /** Nothing has reported for an hour. */
        INVALID,
        /** More people inside than may be. */
        FULL,
        ONE_ZONE,
        NO_ZONES,
        /** Eighty zones, and a store with a long name. */
        MANY_ZONES,
        ANY_SCRIPT,
        /** Numbers of six digits. */
        HUGE,
        /** 02:00 to 03:00 does not exist. */
        SPRING_NIGHT,
        /** 02:00 to 03:00 happens twice. */
        AUTUMN_NIGHT;

        /** As it is asked for: lower-case with dashes. */
        static Kind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** The other way round. */
    static String nameOf(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** That store on an ordinary afternoon. */
    static Scene usual(StoreConfig config) {
        return new Scene(config, new SampleFigures(config), ApiServer.NOW, Kind.USUAL);
    }

    static Scene of(Kind kind) {
        return switch (kind) {
            case ONE_ZONE -> evening(SampleStore.of(List.of(SampleStore.FIVE_ZONES.getFirst()), null), kind);
            case NO_ZONES -> evening(SampleStore.of(List.of(), null), kind);
            case FULL -> evening(SampleStore.of(SampleStore.FIVE_ZONES, 36), kind);
            case MANY_ZONES -> {
                String name = "Flagship store with an uncommonly long name 北京王府井大街旗舰店";
                yield evening(SampleStore.of(SampleStore.manyZones(80), 120, name, "127.0.0.1"), kind);
            }
            case ANY_SCRIPT -> {
                String name = "متجر شارع الملك فهد الرئيسي";
                yield evening(SampleStore.of(SampleStore.namedInAnyScript(), 120, name, "127.0.0.1"), kind);
            }
            case HUGE -> {
                var config = SampleStore.of(SampleStore.FIVE_ZONES, 999_999);
                yield new Scene(config, new SampleFigures(config, 1_300, false), EVENING, kind);
            }
            case SPRING_NIGHT -> nightOf("2026-03-29T03:20:00Z", kind);
            case AUTUMN_NIGHT -> nightOf("2026-10-25T03:20:00Z", kind);
            case CLOSED -> {
                var config = SampleStore.of(SampleStore.FIVE_ZONES, 120);
                yield new Scene(config, new SampleFigures(config), AT_NIGHT, kind);
            }
            default -> evening(SampleStore.of(SampleStore.FIVE_ZONES, 120), kind);
        };
    }

    private static Scene evening(StoreConfig config, Kind kind) {
        return new Scene(config, new SampleFigures(config), EVENING, kind);
    }

    private static Scene nightOf(String now, Kind kind) {
        var config = SampleStore.dayAndNight(ZoneId.of("Europe/Berlin"));
        return new Scene(config, new SampleFigures(config, 1, true), Instant.parse(now), kind);
    }

    LiveFigures live() {
        return at(now);
    }

    LiveFigures at(Instant at) {
        return switch (kind) {
            case DEGRADED -> figures.at(at, State.DEGRADED, SampleFigures.SILENT, true);
            case INVALID -> figures.at(at, State.INVALID, new NoSensor(), true);
            case EMPTY -> figures.nothingYet(at);
            case FIRST_DAY -> figures.at(at, State.VALID, null, false);
            case CLOSED -> figures.at(at, State.CLOSED, null, true);
            default -> figures.at(at);
        };
    }

    HeatGrid heat() {
        return kind == Kind.EMPTY ? new HeatGrid(0.5, 80, 50, new double[4000]) : figures.heat(now);
    }
}
