package dev.footfall.drivers.milesightlorawan;

import dev.footfall.drivers.lorawan.Frame;
import dev.footfall.drivers.milesightlorawan.Element.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A frame read as one model's.
 *
 * @param items the elements understood, in the frame's order
 * @param end index of the first byte that was not understood; the frame's length if all was
 * @param trouble why reading ended before the frame did, null if it did not
 * @param answer true if the rest is an answer to a command, which is not for us
 */
record FrameWalk(
        Model model,
        Frame frame,
        List<Item> items,
        int end,
        @Nullable String trouble,
        boolean answer) {

    /**
     * @param at index of the value
     * @param epoch the record's own time in seconds, −1 for what holds now
     */
    record Item(Element element, int at, long epoch) {}

    static FrameWalk of(Model model, Frame frame) {
        List<Item> items = new ArrayList<>();
        int at = 0;
        while (at < frame.length()) {
            if (at + 2 > frame.length()) {
                return new FrameWalk(model, frame, items, at, cut(at), false);
            }
            int code = frame.u16(at);
            Element element = code == 0xFF08 ? oldSerial(frame, at + 2) : model.element(code);
            if (element == null) {
                boolean answer = isAnswer(code);
                return new FrameWalk(model, frame, items, at, answer ? null : unknown(code, at), answer);
            }
            int next = add(model, frame, element, at + 2, items);
            if (next < 0) {
                return new FrameWalk(model, frame, items, at, cut(at), false);
            }
            at = next;
        }
        return new FrameWalk(model, frame, items, at, null, false);
    }

    /** Adds one element; the index after it, or −1 if the frame ends before it does. */
    private static int add(Model model, Frame frame, Element element, int at, List<Item> items) {
        int next = at + element.length();
        if (next > frame.length()) {
            return -1;
        }
        if (element.part() != Part.HISTORY) {
            items.add(new Item(element, at, -1));
            return next;
        }
        Element held = model.record(frame.u8(at + 4));
        if (held == null || next + held.length() > frame.length()) {
            return -1;
        }
        items.add(new Item(held, next, frame.u32le(at)));
        return next + held.length();
    }

    /** Older firmware's serial number has 6 bytes or 8; its digits are never ff, with which the next element begins. */
    private static Element oldSerial(Frame frame, int at) {
        boolean six = at + 6 >= frame.length() || frame.u8(at + 6) == 0xFF;
        return Element.of(Part.SERIAL, six ? 6 : 8);
    }

    private static boolean isAnswer(int code) {
        int channel = code >> 8;
        return channel == 0xFE || channel == 0xFF || channel == 0xF8 || channel == 0xF9;
    }

    private static String cut(int at) {
        return "the frame ends, or goes on in an unknown way, inside the element at byte " + at;
    }

    private static String unknown(int code, int at) {
        return String.format(Locale.ROOT, "no Milesight counter has channel and type %04x (byte %d)", code, at);
    }

    boolean complete() {
        return trouble == null;
    }

    boolean counts() {
        return items.stream().anyMatch(item -> item.element().part().counts());
    }

    boolean has(Part part) {
        return items.stream().anyMatch(item -> item.element().part() == part);
    }
}
