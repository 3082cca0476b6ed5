package dev.footfall.drivers.milesightlorawan;

import dev.footfall.drivers.milesightlorawan.Element.Part;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sensors by the elements they use; channel and type are written as one number, {@code 0x05CC}. */
enum Model {
    VS121,
    VS132,
    /** VS133 and VS135. */
    VS133,
    VS330,
    /** VS350 and VS351. */
    VS350,
    VS360;

    private static final int HISTORY = 0x20CE;

    /** The model's name for messages. */
    String title() {
        return switch (this) {
            case VS133 -> "VS133/VS135";
            case VS350 -> "VS350/VS351";
            case VS121, VS132, VS330, VS360 -> name();
        };
    }

    /** The model that a device or an option names; null if it names none. */
    static @Nullable Model named(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        for (Model model : values()) {
            if (words.contains(model.name().toLowerCase(Locale.ROOT))) {
                return model;
            }
        }
        return words.contains("vs135") ? VS133 : words.contains("vs351") ? VS350 : null;
    }

    /** The element with this channel and type, null if the model has none. Its length is that of a value without kinds. */
    @Nullable
    Element element(int code) {
        Element common = common(code);
        if (common != null) {
            return common;
        }
        return switch (this) {
            case VS121 -> vs121(code);
            case VS132 -> vs132(code);
            case VS133 -> vs133(code);
            case VS330 -> vs330(code);
            case VS350 -> code == 0x0275 ? null : passage(code);
            case VS360 -> code == 0x0367 || code == 0x8367 || code == 0x81EE ? null : passage(code);
        };
    }

    private static @Nullable Element common(int code) {
        return switch (code) {
            case 0xFF01, 0xFF0F, 0xFF0B, 0xFFFE, 0xFFCC -> Element.other(1);
            case 0xFF09, 0xFF0A, 0xFFFF -> Element.other(2);
            case 0xFF1F -> Element.other(4);
            case 0xFF16 -> Element.of(Part.SERIAL, 8);
            default -> null;
        };
    }

    private static @Nullable Element vs121(int code) {
        return switch (code) {
            case 0x04C9 -> Element.of(Part.NOW, 4);
            case 0x05CC -> Element.of(Part.PERIOD, 4);
            case 0x06CD -> Element.other(1);
            case 0x07D5 -> new Element(Part.REGIONS, 8, 1);
            case 0x08D5 -> new Element(Part.REGIONS, 8, 9);
            case 0x09DA, 0x0ADA, 0x0BDA, 0x0CDA -> Element.other(8);
            case 0x0DCC -> Element.of(Part.TOTAL, 4);
            case 0x0EE4 -> Element.other(5);
            case 0x0F85 -> Element.of(Part.TIMESTAMP, 4);
            // Sent when somebody crosses; the period counts the same people again.
            case 0x10F7 -> Element.of(Part.EVENT, 4);
            case HISTORY -> Element.of(Part.HISTORY, 5);
            default -> null;
        };
    }

    private static @Nullable Element vs132(int code) {
        return switch (code) {
            case 0x03D2 -> Element.of(Part.TOTAL_IN, 4);
            case 0x04D2 -> Element.of(Part.TOTAL_OUT, 4);
            case 0x05CC -> Element.of(Part.PERIOD, 4);
            default -> null;
        };
    }

    private static @Nullable Element vs133(int code) {
        int channel = code >> 8;
        int line = (channel - 3) / 3 + 1;
        boolean adults = channel >= 0x03 && channel <= 0x0E;
        boolean children = channel >= 0x11 && channel <= 0x1C;
        return switch (code & 0xFF) {
            case 0xD2 -> counter(channel, line, adults, children);
            case 0xCC ->
                adults && channel % 3 == 2
                        ? new Element(Part.PERIOD, 4, line)
                        : children && channel % 3 == 1 ? Element.other(4) : null;
            case 0xE3 -> channel == 0x0F ? Element.of(Part.REGIONS, 4) : channel == 0x1D ? Element.other(4) : null;
            case 0xE4 -> channel == 0x10 || channel == 0x1E ? Element.other(5) : null;
            case 0xFC -> channel == 0x50 ? Element.of(Part.FAULT, 3) : null;
            case 0xCE -> channel == 0x20 ? Element.of(Part.HISTORY, 5) : null;
            default -> null;
        };
    }

    /** Children are counted among all. */
    private static @Nullable Element counter(int channel, int line, boolean adults, boolean children) {
        if (adults && channel % 3 != 2) {
            return new Element(channel % 3 == 0 ? Part.TOTAL_IN : Part.TOTAL_OUT, 4, line);
        }
        return children && channel % 3 != 1 ? Element.other(4) : null;
    }

    private static @Nullable Element vs330(int code) {
        return switch (code) {
            case 0x0175 -> Element.of(Part.BATTERY, 1);
            case 0x0282 -> Element.other(2);
            case 0x038E -> Element.of(Part.OCCUPIED, 1);
            case 0x048E, 0x04A8, 0x08A8 -> Element.other(1);
            case 0x09A9, 0x06A6, 0x07A7 -> Element.other(4);
            case 0x02A5 -> Element.other(8);
            default -> null;
        };
    }

    private static @Nullable Element passage(int code) {
        return switch (code) {
            case 0x0175 -> Element.of(Part.BATTERY, 1);
            case 0x0275, 0x81EE -> Element.other(1);
            case 0x0367 -> Element.other(2);
            case 0x8367 -> Element.other(3);
            case 0x03F4 -> Element.of(Part.FAULT, 2);
            case 0x04CC -> Element.of(Part.TOTAL, 4);
            case 0x84CC -> Element.of(Part.TOTAL, 5);
            case 0x05CC -> Element.of(Part.PERIOD, 4);
            case 0x85CC -> Element.of(Part.PERIOD, 5);
            case 0x0AEF -> Element.of(Part.TIMESTAMP, 4);
            case HISTORY -> Element.of(Part.HISTORY, 5);
            default -> null;
        };
    }

    /** What a stored record of this kind has after its time and kind; null if the model knows no such kind. */
    @Nullable
    Element record(int kind) {
        return switch (this) {
            case VS121 -> vs121Record(kind);
            case VS133 -> vs133Record(kind);
            case VS350, VS360 ->
                kind == 0 ? Element.of(Part.PERIOD, 4) : kind == 1 ? Element.of(Part.PERIOD_AND_TOTAL, 8) : null;
            case VS132, VS330 -> null;
        };
    }

    private static @Nullable Element vs121Record(int kind) {
        return switch (kind) {
            case 0x01 -> Element.of(Part.NOW, 4);
            case 0x02 -> Element.of(Part.PERIOD, 4);
            case 0x03 -> Element.other(1);
            case 0x04, 0x05, 0x06, 0x07 -> new Element(Part.REGIONS, 4, (kind - 4) * 4 + 1);
            case 0x10 -> Element.of(Part.TOTAL, 4);
            case 0x11 -> Element.other(5);
            case 0x12 -> Element.of(Part.EVENT, 4);
            default -> kind >= 0x08 && kind <= 0x0F ? Element.other(4) : null;
        };
    }

    /** Kinds are the channels of the live elements, but for dwell times. */
    private static @Nullable Element vs133Record(int kind) {
        return switch (kind) {
            case 0x0F -> Element.of(Part.REGIONS, 4);
            case 0x10, 0x20, 0x1E, 0x3C -> Element.other(3);
            case 0x1D -> Element.other(4);
            default -> {
                Element period = vs133(kind << 8 | 0xCC);
                yield period != null ? period : vs133(kind << 8 | 0xD2);
            }
        };
    }
}
