package dev.footfall.drivers.nativejson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The known fields of one object as they were written, before anything is judged: fields come in any order and what is
 * right depends on {@code type}. Unknown fields are passed over; of a repeated field the last counts.
 */
final class RawFields {
    static final byte ABSENT = 0;
    static final byte INTEGER = 1;
    static final byte DECIMAL = 2;
    static final byte TEXT = 3;
    static final byte BOOLEAN = 4;
    static final byte NULL = 5;
    static final byte NESTED = 6;

    private final byte[] kinds = new byte[Field.COUNT_OF_FIELDS];
    private final long[] integers = new long[Field.COUNT_OF_FIELDS];
    private final @Nullable String[] texts = new @Nullable String[Field.COUNT_OF_FIELDS];

    /** Reads the object the parser stands at the start of, up to its end. */
    static RawFields read(JsonParser parser) throws IOException {
        RawFields fields = new RawFields();
        String name = parser.nextFieldName();
        while (name != null) {
            JsonToken token = parser.nextToken();
            Field field = Field.of(name);
            if (field != null) {
                fields.put(field.ordinal(), token, parser);
            } else if (token.isStructStart()) {
                parser.skipChildren();
            }
            name = parser.nextFieldName();
        }
        return fields;
    }

    byte kind(Field field) {
        return kinds[field.ordinal()];
    }

    /** The value of an integer, 1 or 0 of a boolean. */
    long integer(Field field) {
        return integers[field.ordinal()];
    }

    /** The text of a text, or the digits of a decimal or of an integer beyond 64 bits. */
    String text(Field field) {
        String text = texts[field.ordinal()];
        return text == null ? "" : text;
    }

    /** The value as a person would recognise it in a message about it. */
    String shown(Field field) {
        return switch (kind(field)) {
            case INTEGER -> Long.toString(integer(field));
            case BOOLEAN -> integer(field) == 1 ? "true" : "false";
            case NULL -> "null";
            case NESTED -> "{…}";
            case ABSENT -> "";
            default -> text(field);
        };
    }

    private void put(int slot, JsonToken token, JsonParser parser) throws IOException {
        switch (token) {
            case VALUE_NUMBER_INT -> putInteger(slot, parser);
            case VALUE_NUMBER_FLOAT -> {
                kinds[slot] = DECIMAL;
                texts[slot] = parser.isNaN() ? "NaN" : parser.getText();
            }
            case VALUE_STRING -> {
                kinds[slot] = TEXT;
                texts[slot] = parser.getText();
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                kinds[slot] = BOOLEAN;
                integers[slot] = token == JsonToken.VALUE_TRUE ? 1 : 0;
            }
            case VALUE_NULL -> kinds[slot] = NULL;
            default -> {
                kinds[slot] = NESTED;
                parser.skipChildren();
            }
        }
    }

    private void putInteger(int slot, JsonParser parser) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            kinds[slot] = DECIMAL;
            texts[slot] = parser.getText();
        } else {
            kinds[slot] = INTEGER;
            integers[slot] = parser.getLongValue();
        }
    }
}
