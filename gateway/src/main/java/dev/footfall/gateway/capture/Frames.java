package dev.footfall.gateway.capture;

import dev.footfall.drivers.ieee802.FrameText;
import dev.footfall.drivers.ieee802.NamelessFrame;
import dev.footfall.drivers.ieee802.ProbeRequest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Probe requests inside messages. */
final class Frames {
    /** Header of a management frame: no text shorter than this many bytes holds one. */
    private static final int SHORTEST = 24;

    private Frames() {}

    /** The same frame from a stand-in, without networks and serial numbers; null if the bytes are no probe request. */
    static byte @Nullable [] nameless(byte[] bytes, UnaryOperator<String> standIn) {
        return ProbeRequest.in(bytes) instanceof ProbeRequest.Probe probe
                ? NamelessFrame.whole(bytes, standIn.apply(probe.request().transmitter()))
                : null;
    }

    /** The same for a frame that is written as hex or base64. */
    static @Nullable String nameless(String text, UnaryOperator<String> standIn) {
        byte[] bytes = text.length() < SHORTEST ? null : FrameText.bytes(text);
        byte[] nameless = bytes == null ? null : nameless(bytes, standIn);
        if (nameless == null) {
            return null;
        }
        boolean hex = text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '-' || c == ' ');
        return hex ? HexFormat.of().formatHex(nameless) : Base64.getEncoder().encodeToString(nameless);
    }
}
