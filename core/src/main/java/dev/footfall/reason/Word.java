package dev.footfall.reason;

import java.util.Locale;

/** A word that stands in a reason's place and that every language has its own for. */
public enum Word {
    OUTER("outer"),
    INNER("inner"),
    ENTRIES("entries"),
    EXITS("exits"),
    VEHICLES_IN("vehicles in"),
    VEHICLES_OUT("vehicles out"),
    DAY("day"),
    DAYS("days"),
    EDGE_WAS("edge was"),
    EDGES_WERE("edges were"),
    PEOPLE("people"),
    SECONDS("seconds"),
    VEHICLES("vehicles"),
    DEVICES("devices");

    private final String english;

    Word(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word for so many days. */
    public static Word days(int count) {
        return count == 1 ? DAY : DAYS;
    }

    /**
     * The word for a metric's unit.
     *
     * @throws IllegalArgumentException if none of the watched metrics is measured in it
     */
    public static Word ofUnit(String unit) {
        return valueOf(unit.toUpperCase(Locale.ROOT));
    }
}
