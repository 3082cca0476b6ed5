package dev.footfall.drivers.ieee802;

import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A phone asking which networks are near, read once from its frame.
 *
 * @param transmitter the sender's address, twelve lower-case hex digits
 * @param sequence the number that the sender gives its frames, 0 to 4095
 * @param rssi signal in dBm, {@link Fact.Sighting#NO_RSSI} if the bytes do not say
 * @param channel radio channel, 0 if the bytes do not say
 * @param fingerprint what kind of radio sent it, see {@link Fingerprint}; 0 if it has no elements
 */
public record ProbeRequest(String transmitter, int sequence, int rssi, int channel, long fingerprint) {

    /** What some bytes are. */
    public sealed interface Found {}

    /** A probe request. */
    public record Probe(ProbeRequest request) implements Found {}

    /** A frame, but none that counts: {@code what} says which, for a sentence. */
    public record Other(String what) implements Found {}

    /** No 802.11 frame, or a damaged one: {@code why} follows "the frame". */
    public record Broken(String why) implements Found {}

    /** Reads a frame, with or without a radiotap header. */
    public static Found in(byte[] bytes) {
        return in(bytes, Radiotap.of(bytes));
    }

    /** Reads a frame that is known to have a radiotap header. */
    public static Found afterRadiotap(byte[] bytes) {
        Radiotap radio = Radiotap.always(bytes);
        return radio == null ? new Broken("has no whole radiotap header") : in(bytes, radio);
    }

    private static Found in(byte[] bytes, @Nullable Radiotap radio) {
        int start = radio == null ? 0 : radio.length();
        if (bytes.length - start < 2 || (bytes[start] & 0x03) != 0) {
            return new Broken("does not begin like an 802.11 frame");
        }
        if (radio != null && radio.damaged()) {
            return new Broken("was received with a wrong checksum");
        }
        if ((bytes[start] & 0x0c) != 0) {
            return new Other((bytes[start] & 0x0c) == 0x08 ? "a data frame" : "a control frame");
        }
        ManagementFrame frame = ManagementFrame.in(bytes, radio);
        if (frame == null) {
            return new Broken("is cut off before its elements");
        }
        return frame.isProbeRequest() ? probe(frame, radio) : new Other("a " + kind(frame.subtype()));
    }

    private static Found probe(ManagementFrame frame, @Nullable Radiotap radio) {
        String transmitter = frame.transmitter();
        if (!MacAddress.isOneDevice(transmitter)) {
            return new Broken("names no single device as its sender");
        }
        Elements elements = frame.readElements();
        int heardOn = radio == null ? 0 : Channels.ofFrequency(radio.frequency());
        return new Probe(new ProbeRequest(
                transmitter,
                frame.sequence(),
                radio == null ? Fact.Sighting.NO_RSSI : radio.rssi(),
                heardOn == 0 ? elements.channel() : heardOn,
                elements.fingerprint()));
    }

    /** The same with a signal that was told beside the frame, if the frame itself does not know. */
    public Fact.Sighting sighting(int rssiBeside, int channelBeside) {
        return new Fact.Sighting(
                new Identity.Raw(transmitter),
                rssi == Fact.Sighting.NO_RSSI ? rssiBeside : rssi,
                channel == 0 ? channelBeside : channel,
                sequence,
                fingerprint);
    }

    /** A hash of what kind of radio sent a management frame of any kind, 0 if the bytes are none or tell nothing. */
    public static long fingerprint(byte[] bytes) {
        ManagementFrame frame = ManagementFrame.in(bytes);
        return frame == null ? 0 : frame.readElements().fingerprint();
    }

    private static String kind(int subtype) {
        return switch (subtype) {
            case 0, 2 -> "request to join a network";
            case 1, 3 -> "answer to a request to join";
            case 5 -> "probe response";
            case 8 -> "beacon";
            case 10, 12 -> "farewell";
            case 11 -> "log-in frame";
            default -> "management frame of subtype " + subtype;
        };
    }
}
