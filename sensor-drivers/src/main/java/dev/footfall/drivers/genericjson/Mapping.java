package dev.footfall.drivers.genericjson;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping as configured, understood once per message. Made of options that {@link MappingRules} found nothing wrong with. */
final class Mapping {
    /** Options that point at nothing in a message. */
    private static final Set<Key> WITHOUT_PLACE = EnumSet.of(
            Key.COUNTS,
            Key.EACH,
            Key.ONLY_IF,
            Key.HEARTBEAT_IF,
            Key.OFFLINE_IF,
            Key.DEVICE,
            Key.TIME_FORM,
            Key.SPAN_UNIT,
            Key.UPTIME_UNIT,
            Key.LENGTH_UNIT,
            Key.WIDTH,
            Key.IN_VALUES,
            Key.OUT_VALUES,
            Key.OCCUPIED_VALUES);

    private final Map<String, String> options;
    private final Counts counts;
    private final Map<Key, Place> places = new EnumMap<>(Key.class);

    Mapping(Map<String, String> options, Counts counts) {
        this.options = options;
        this.counts = counts;
        for (Key key : Key.values()) {
            Place place = WITHOUT_PLACE.contains(key) ? null : place(key);
            if (place != null) {
                places.put(key, place);
            }
        }
    }

    Counts counts() {
        return counts;
    }

    /** Where the fields of a member come from. */
    Map<Key, Place> places() {
        return places;
    }

    boolean has(Key key) {
        return options.containsKey(key.word());
    }

    /** A key with where it points, for refusals. */
    String label(Key key) {
        return places.get(key) instanceof Place.Pointer
                ? key.word() + " (" + options.get(key.word()) + ")"
                : key.word();
    }

    /** An option's text or its default; empty if there is neither. */
    String text(Key key) {
        String otherwise = key.defaultText();
        return options.getOrDefault(key.word(), otherwise == null ? "" : otherwise);
    }

    /** The values listed under an option, in small letters. */
    List<String> list(Key key) {
        return Arrays.stream(text(key).toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .toList();
    }

    @Nullable
    Place place(Key key) {
        String option = options.get(key.word());
        return option == null ? null : Place.of(option);
    }

    @Nullable
    Condition condition(Key key) {
        String option = options.get(key.word());
        return option == null ? null : Condition.of(option);
    }
}
