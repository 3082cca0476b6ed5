package dev.footfall.gateway.setup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What somebody uploads as the picture of the floor, judged by its bytes: its kind and shape, or why it is not taken. */
public sealed interface PlanImage {
    /** The largest picture that is taken. */
    int MOST_BYTES = 5 * 1024 * 1024;

    /** Pixels along the longer side: more than that is of no use to a screen, and may fill a tablet's memory. */
    int MOST_PIXELS = 10_000;

    /**
     * It may be shown.
     *
     * @param extension of the file that it becomes
     * @param width in its own unit, above 0
     * @param height in the same unit, above 0
     */
    record Accepted(String extension, double width, double height) implements PlanImage {}

    /**
     * It may not.
     *
     * @param code why, stable for programs
     * @param values what stands in the sentence, by its place
     * @param text what is wrong and what to do, in English
     */
    record Refused(String code, Map<String, String> values, String text) implements PlanImage {}

    static PlanImage of(byte[] bytes) {
        if (bytes.length == 0) {
            return new Refused("empty", Map.of(), "The file is empty: choose the plan's picture");
        }
        if (bytes.length > MOST_BYTES) {
            return tooLarge(bytes.length);
        }
        return switch (Kind.of(bytes)) {
            case PNG ->
                RasterPlan.png(ByteBuffer.wrap(bytes)).map(PlanImage::sized).orElseGet(() -> cutOff("PNG"));
            case JPEG ->
                RasterPlan.jpeg(ByteBuffer.wrap(bytes)).map(PlanImage::sized).orElseGet(() -> cutOff("JPEG"));
            case SVG -> SvgPlan.of(bytes);
            case PDF -> otherType("PDF");
            case GIF -> otherType("GIF");
            case WEBP -> otherType("WebP");
            case TIFF -> otherType("TIFF");
            case DRAWING -> otherType("DWG");
            case OFFICE -> otherType("ZIP");
            case UNKNOWN ->
                new Refused(
                        "wrong-type",
                        Map.of(),
                        "This is no picture that browsers show everywhere: export the plan as PNG, JPEG or SVG");
        };
    }

    /** The refusal of so many bytes. */
    static Refused tooLarge(long bytes) {
        String size = String.format(java.util.Locale.ROOT, "%.1f", Math.ceil(bytes / 104857.6) / 10);
        String most = Integer.toString(MOST_BYTES / (1024 * 1024));
        return new Refused(
                "too-large",
                Map.of("size", size, "most", most),
                "The picture has " + size + " MB and may have " + most
                        + ": export it with fewer pixels (2000 along the longer side will do), or as SVG");
    }

    private static PlanImage sized(RasterPlan raster) {
        int longer = Math.max(raster.width(), raster.height());
        return longer <= MOST_PIXELS
                ? new Accepted(raster.extension(), raster.width(), raster.height())
                : new Refused(
                        "too-many-pixels",
                        Map.of("pixels", Integer.toString(longer), "most", Integer.toString(MOST_PIXELS)),
                        "The picture is " + longer + " pixels long and may be " + MOST_PIXELS
                                + ": export it with fewer, 2000 will do");
    }

    private static Refused cutOff(String kind) {
        return new Refused(
                "cut-off",
                Map.of("kind", kind),
                "The file begins as " + kind + " and is damaged or cut off: save or export it again");
    }

    private static Refused otherType(String kind) {
        return new Refused(
                "other-type", Map.of("kind", kind), "This is a " + kind + " file: export the plan as PNG, JPEG or SVG");
    }

    /** Kinds of files, told by how they begin, whatever they are called. */
    enum Kind {
        PNG("\u0089PNG\r\n\u001a\n"),
        JPEG("\u00ff\u00d8\u00ff"),
        PDF("%PDF"),
        GIF("GIF8"),
        WEBP("RIFF"),
        TIFF("II*\0"),
        DRAWING("AC10"),
        OFFICE("PK\u0003\u0004"),
        SVG("<"),
        UNKNOWN("");

        private final byte[] start;

        Kind(String start) {
            this.start = start.getBytes(StandardCharsets.ISO_8859_1);
        }

        static Kind of(byte[] bytes) {
            for (Kind kind : values()) {
                int from = kind == SVG ? textStart(bytes) : 0;
                if (bytes.length >= from + kind.start.length
                        && java.util.Arrays.equals(
                                bytes, from, from + kind.start.length, kind.start, 0, kind.start.length)) {
                    return kind;
                }
            }
            return UNKNOWN;
        }

        /** Behind a byte order mark and blanks. */
        private static int textStart(byte[] bytes) {
            boolean marked =
                    bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
            int at = marked ? 3 : 0;
            while (at < bytes.length
                    && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
                at++;
            }
            return at;
        }
    }

    /** The accepted picture, if it is. */
    default Optional<Accepted> accepted() {
        return this instanceof Accepted accepted ? Optional.of(accepted) : Optional.empty();
    }
}
