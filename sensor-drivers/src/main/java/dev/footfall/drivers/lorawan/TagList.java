package dev.footfall.drivers.lorawan;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A frame of tags and values whose lengths the tags tell. What comes after a tag that is not known, or after a value that is
 * cut short, is not read.
 *
 * @param values tag → index of its value; of a tag that comes twice, the last
 * @param complete true if all of the frame was read
 */
public record TagList(Map<Integer, Integer> values, boolean complete) {

    /**
     * @param tagBytes 1 or 2
     * @param length of a tag's value; negative for a tag that is not known
     */
    public static TagList of(Frame frame, int tagBytes, IntUnaryOperator length) {
        Map<Integer, Integer> values = new HashMap<>();
        int at = 0;
        while (at + tagBytes <= frame.length()) {
            int tag = tagBytes == 1 ? frame.u8(at) : frame.u16(at);
            int bytes = length.applyAsInt(tag);
            if (bytes < 0 || at + tagBytes + bytes > frame.length()) {
                return new TagList(values, false);
            }
            values.put(tag, at + tagBytes);
            at += tagBytes + bytes;
        }
        return new TagList(values, at == frame.length() && at > 0);
    }

    /** Index of a tag's value, null if the frame has none. */
    public @Nullable Integer at(int tag) {
        return values.get(tag);
    }
}
