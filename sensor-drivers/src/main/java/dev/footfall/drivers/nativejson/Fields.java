package dev.footfall.drivers.nativejson;

import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to an object's fields. The first thing that is wrong is kept in {@link #problem}, and a harmless value is
 * returned, so that a decoder reads straight on and asks once at its end. No exceptions: wrong input is normal here.
 */
final class Fields {
    static final int LONGEST_NAME = 128;
    /** Beyond this a double no longer holds every whole number. */
    private static final double EXACT = 9_007_199_254_740_992.0;

    private final RawFields raw;
    private @Nullable Rejected problem;

    Fields(RawFields raw) {
        this.raw = raw;
    }

    @Nullable
    Rejected problem() {
        return problem;
    }

    boolean ok() {
        return problem == null;
    }

    /** True if the field is there and not null. */
    boolean has(Field field) {
        byte kind = raw.kind(field);
        return kind != RawFields.ABSENT && kind != RawFields.NULL;
    }

    /** True if the field is there, be it null. */
    boolean isWritten(Field field) {
        return raw.kind(field) != RawFields.ABSENT;
    }

    /** A whole number that must be there. */
    long whole(Field field, long least, long most) {
        if (!isWritten(field)) {
            missing(field);
            return least;
        }
        byte kind = raw.kind(field);
        if (kind == RawFields.INTEGER && inRange(raw.integer(field), least, most)) {
            return raw.integer(field);
        }
        if (kind == RawFields.DECIMAL) {
            double value = Double.parseDouble(raw.text(field));
            if (value == Math.rint(value) && Math.abs(value) <= EXACT && inRange((long) value, least, most)) {
                return (long) value;
            }
        }
        wrongNumber(field, "must be a whole number from " + least + " to " + most);
        return least;
    }

    /** A whole number, or the given one if the field is missing or null. */
    long wholeOr(Field field, long otherwise, long least, long most) {
        return has(field) ? whole(field, least, most) : otherwise;
    }

    /** A finite number that must be there. */
    double number(Field field, double least, double most) {
        if (!isWritten(field)) {
            missing(field);
            return 0;
        }
        byte kind = raw.kind(field);
        double value = kind == RawFields.INTEGER
                ? raw.integer(field)
                : kind == RawFields.DECIMAL ? Double.parseDouble(raw.text(field)) : Double.NaN;
        if (value >= least && value <= most) {
            return value;
        }
        wrongNumber(field, "must be a number from " + rounded(least) + " to " + rounded(most));
        return 0;
    }

    /** A text that must be there, 1 to 128 characters; a whole number is taken as its digits, for ids are often numbers. */
    String name(Field field) {
        if (!isWritten(field)) {
            missing(field);
            return "";
        }
        byte kind = raw.kind(field);
        if (kind == RawFields.INTEGER) {
            return Long.toString(raw.integer(field));
        }
        String text = raw.text(field);
        if (kind == RawFields.TEXT && text.length() <= LONGEST_NAME && !text.isBlank()) {
            return text;
        }
        wrong(field, "must be a text of 1 to " + LONGEST_NAME + " characters");
        return "";
    }

    /** A text, or null if the field is missing or null. */
    @Nullable
    String nameOrNull(Field field) {
        return has(field) ? name(field) : null;
    }

    /** Text as written, empty unless the field is a text. */
    String text(Field field) {
        return raw.kind(field) == RawFields.TEXT ? raw.text(field) : "";
    }

    boolean isText(Field field) {
        return raw.kind(field) == RawFields.TEXT;
    }

    boolean isInteger(Field field) {
        return raw.kind(field) == RawFields.INTEGER;
    }

    /** The integer as written; only if {@link #isInteger}. */
    long integer(Field field) {
        return raw.integer(field);
    }

    /** True or false that must be there. */
    boolean flag(Field field) {
        if (raw.kind(field) == RawFields.BOOLEAN) {
            return raw.integer(field) == 1;
        }
        if (isWritten(field)) {
            wrongNumber(field, "must be true or false");
        } else {
            missing(field);
        }
        return false;
    }

    void missing(Field field) {
        missing(field, "a message of this type needs it");
    }

    void missing(Field field, String rule) {
        if (problem == null) {
            problem = new Rejected(Code.MISSING_FIELD, field.key() + " is missing; " + rule);
        }
    }

    /** Notes that a field has the wrong value. The rule completes the sentence "key [value] …". */
    void wrong(Field field, String rule) {
        String value = raw.shown(field);
        wrong(field, field.isIdentifying() ? value.length() + " characters" : value, rule);
    }

    /** The same where no text is wanted: shows the quotes, for they are the mistake. */
    private void wrongNumber(Field field, String rule) {
        String value = raw.shown(field);
        wrong(field, isText(field) ? '"' + value + '"' : value, rule);
    }

    private void wrong(Field field, String value, String rule) {
        if (problem == null) {
            problem = new Rejected(Code.WRONG_VALUE, Reason.of(field.key(), value, rule));
        }
    }

    private static boolean inRange(long value, long least, long most) {
        return value >= least && value <= most;
    }

    private static String rounded(double limit) {
        return Long.toString(Math.round(limit));
    }
}
