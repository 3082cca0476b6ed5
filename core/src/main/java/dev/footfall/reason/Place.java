package dev.footfall.reason;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A place in a sentence.
 *
 * @param name as in the sentence and on the wire
 * @param kind what stands there
 * @param digits of a number, behind the point
 * @param component where the value is
 */
public record Place(String name, Kind kind, int digits, RecordComponent component) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int MINUTE = 60;

    /** What may stand in a place, and how languages are asked to write it. */
    public enum Kind {
        /** Something that has a name: the same in every language. */
        NAME(""),
        /** A number, which JSON has as one. */
        NUMBER(":number"),
        /** The same, with its sign. */
        SIGNED(":signed"),
        /** A moment, whose offset is the store's: the time of day is said. */
        TIME(":time"),
        /** A length of time, in seconds. */
        LENGTH(":length"),
        /** A {@link Word}. */
        WORD(":word"),
        /** Further reasons. */
        REASON(":reason");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }
    }

    static Place of(RecordComponent component, String format) {
        int point = format.indexOf('.');
        return new Place(
                component.getName(),
                kind(component.getType(), format.startsWith("+")),
                point < 0 ? 0 : Integer.parseInt(format.substring(point + 1)),
                component);
    }

    private static Kind kind(Class<?> type, boolean signed) {
        if (type == String.class) {
            return Kind.NAME;
        }
        if (type == int.class || type == long.class || type == double.class) {
            return signed ? Kind.SIGNED : Kind.NUMBER;
        }
        if (type == OffsetDateTime.class) {
            return Kind.TIME;
        }
        if (type == Duration.class) {
            return Kind.LENGTH;
        }
        if (type == Word.class) {
            return Kind.WORD;
        }
        if (type == Reason.class) {
            return Kind.REASON;
        }
        throw new IllegalStateException("no place can hold a " + type.getSimpleName());
    }

    /** The place as a template of any language names it. */
    String inTemplate() {
        return "{" + name + kind.suffix + "}";
    }

    /** What stands there: a text, a number of the component's type, a time, a length, a word or a reason. */
    public Object value(Reason reason) {
        try {
            return component.getAccessor().invoke(reason);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a reason's places can be read", e);
        }
    }

    /** What stands there, in English. */
    public String english(Reason reason) {
        Object value = value(reason);
        return switch (kind) {
            case NAME -> (String) value;
            case NUMBER -> number("%", value);
            case SIGNED -> number("%+", value);
            case TIME -> CLOCK.format((OffsetDateTime) value);
            case LENGTH -> length(((Duration) value).toSeconds());
            case WORD -> ((Word) value).english();
            case REASON -> ((Reason) value).english();
        };
    }

    private String number(String sign, Object value) {
        return value instanceof Double amount
                ? String.format(Locale.ROOT, sign + "." + digits + "f", amount)
                : value.toString();
    }

    private static String length(long seconds) {
        return seconds % MINUTE == 0 ? seconds / MINUTE + " min" : seconds + " s";
    }
}
