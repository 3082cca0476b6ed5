package dev.footfall.drivers.genericjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code /pointer} (there is something), {@code /pointer=a|b} (it is one of these) or {@code /pointer!=a|b} (it is none of
 * these). Capitals make no difference.
 */
record Condition(Place place, List<String> values, boolean negated) {

    /** The condition an option spells; null if it does not begin with a pointer. */
    static @Nullable Condition of(String option) {
        int equals = option.indexOf('=');
        boolean negated = equals > 0 && option.charAt(equals - 1) == '!';
        String pointer = equals < 0 ? option : option.substring(0, negated ? equals - 1 : equals);
        Place place = Place.of(pointer);
        if (place == null || place instanceof Place.Fixed) {
            return null;
        }
        String values = equals < 0 ? "" : option.substring(equals + 1).toLowerCase(Locale.ROOT);
        return new Condition(place, equals < 0 ? List.of() : List.of(values.split("\\|", -1)), negated);
    }

    boolean holds(JsonNode message, Member member) {
        JsonNode found = place.in(message, member);
        boolean there = !found.isMissingNode() && !found.isNull();
        if (values.isEmpty()) {
            return there;
        }
        boolean matches = there && values.contains(found.asText().toLowerCase(Locale.ROOT));
        return matches != negated;
    }
}
