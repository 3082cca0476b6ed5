package dev.footfall.drivers.genericjson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mapped fields of one member, by the mapping's keys. Refusals name the key together with where it points. */
final class MappedFields {
    private static final BigDecimal FARTHEST_METRES = BigDecimal.valueOf(1_000_000);

    private final Mapping mapping;
    private final DecodeContext context;
    private final Map<Key, String> labels = new EnumMap<>(Key.class);
    private final JsonFields fields;

    MappedFields(Mapping mapping, JsonNode message, Member member, DecodeContext context) {
        this.mapping = mapping;
        this.context = context;
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        mapping.places().forEach((key, place) -> {
            String label = mapping.label(key);
            labels.put(key, label);
            JsonNode value = place.in(message, member);
            if (!value.isMissingNode()) {
                found.set(label, value);
            }
        });
        this.fields = JsonFields.of(found, "");
    }

    boolean has(Key key) {
        String label = labels.get(key);
        return label != null && fields.has(label);
    }

    long count(Key key, long most) {
        return fields.count(label(key), most);
    }

    /** A count of one direction: 0 if only the other is in the message. */
    long countOfPair(Key key, Key other, long most) {
        return fields.countOfPair(label(key), label(other), most);
    }

    String text(Key key) {
        return fields.text(label(key));
    }

    @Nullable
    String textOrNull(Key key) {
        return fields.textOrNull(label(key));
    }

    /** A number or a truth as text, in small letters; empty, with a problem, if there is neither. */
    String word(Key key) {
        JsonNode value = value(key);
        if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
            return value.asText().strip().toLowerCase(java.util.Locale.ROOT);
        }
        return text(key);
    }

    double metres(Key key) {
        BigDecimal number = number(key);
        if (number == null) {
            return 0;
        }
        BigDecimal metres = number.multiply(Unit.metres(mapping.text(Key.LENGTH_UNIT)));
        if (metres.abs().compareTo(FARTHEST_METRES) > 0) {
            fields.wrong(Reason.of(label(key), number.toString(), "must be a place on the floor"));
            return 0;
        }
        return metres.doubleValue();
    }

    /** A length of time in milliseconds, −1 if there is none. */
    long millis(Key key, Key unit) {
        if (!has(key)) {
            return -1;
        }
        BigDecimal number = number(key);
        if (number == null) {
            return -1;
        }
        BigDecimal millis = number.multiply(Unit.millis(mapping.text(unit))).setScale(0, RoundingMode.HALF_UP);
        if (millis.signum() < 0 || millis.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            fields.wrong(Reason.of(label(key), number.toString(), "must be a length of time, 0 or more"));
            return -1;
        }
        return millis.longValue();
    }

    /** A number that must be there; null, with a problem, if it is none. */
    @Nullable
    BigDecimal number(Key key) {
        JsonNode value = value(key);
        BigDecimal number = value.isNumber() || value.isTextual() ? Numbers.of(value.asText()) : null;
        if (number == null) {
            if (has(key)) {
                fields.wrong(Reason.of(label(key), JsonFields.shown(value), "must be a number"));
            } else {
                text(key);
            }
        }
        return number;
    }

    /** A time; null if there is none. */
    @Nullable
    Instant time(Key key) {
        if (!has(key)) {
            return null;
        }
        JsonNode value = value(key);
        Instant time = TimeForm.read(value, mapping.text(Key.TIME_FORM), context);
        if (time == null) {
            fields.wrong(Reason.of(
                    label(key), JsonFields.shown(value), "must be a time in the form " + mapping.text(Key.TIME_FORM)));
        }
        return time;
    }

    /** Notes what is wrong with a value that may be shown. */
    void wrong(Key key, String rule) {
        fields.wrong(Reason.of(label(key), JsonFields.shown(value(key)), rule));
    }

    /** Notes what is wrong with a value that must not be shown. */
    void wrongUnseen(Key key, String rule) {
        fields.wrong(label(key) + " " + rule);
    }

    boolean ok() {
        return fields.ok();
    }

    @Nullable
    Rejected problem() {
        return fields.problem();
    }

    private JsonNode value(Key key) {
        String label = labels.get(key);
        return label == null ? MissingNode.getInstance() : fields.value(label);
    }

    private String label(Key key) {
        return labels.getOrDefault(key, key.word());
    }
}
