package dev.footfall.drivers.genericjson;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** Where a field's value comes from. */
sealed interface Place {
    /** Written before a pointer that starts at the whole message, whatever {@code each} says. */
    char FROM_MESSAGE = '^';

    /** The name of the member that {@code each} is at. */
    String MEMBER_NAME = "@key";

    /** Written for the member itself, where it is a plain number or text. */
    String MEMBER_VALUE = "@value";

    /** A JSON pointer. */
    record Pointer(JsonPointer pointer, boolean fromMessage) implements Place {}

    /** The member's name in its object, or its number in its array. */
    record MemberName() implements Place {}

    /** The same text for every message. */
    record Fixed(String text) implements Place {}

    /** The place an option names; null if it looks like a pointer and is none. */
    static @Nullable Place of(String option) {
        if (option.equals(MEMBER_NAME)) {
            return new MemberName();
        }
        if (option.equals(MEMBER_VALUE)) {
            return new Pointer(JsonPointer.empty(), false);
        }
        boolean fromMessage = !option.isEmpty() && option.charAt(0) == FROM_MESSAGE;
        String pointer = fromMessage ? option.substring(1) : option;
        if (!fromMessage && !pointer.startsWith("/")) {
            return new Fixed(option);
        }
        try {
            return new Pointer(JsonPointer.compile(pointer), fromMessage);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The value at this place; missing if there is none. */
    default JsonNode in(JsonNode message, Member member) {
        return switch (this) {
            case Pointer place -> (place.fromMessage ? message : member.value()).at(place.pointer);
            case MemberName name -> TextNode.valueOf(member.name());
            case Fixed fixed -> TextNode.valueOf(fixed.text);
        };
    }
}
