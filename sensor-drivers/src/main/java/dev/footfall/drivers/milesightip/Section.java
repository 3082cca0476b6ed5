package dev.footfall.drivers.milesightip;

import java.util.List;

/** The sections that count people over lines. They may describe the same people; which to use is decided later. */
enum Section {
    TRIGGER("line_trigger_data", "in", "out"),
    PERIODIC("line_periodic_data", "in", "out"),
    TOTAL("line_total_data", "in_counted", "out_counted");

    static final List<Section> ALL = List.of(values());

    private final String key;
    private final String in;
    private final String out;

    Section(String key, String in, String out) {
        this.key = key;
        this.in = in;
        this.out = out;
    }

    String key() {
        return key;
    }

    /** Key of the count inward, inside {@code total}. */
    String in() {
        return in;
    }

    String out() {
        return out;
    }
}
