package dev.footfall.drivers.wifiprobe;

import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.ieee802.FrameText;
import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.drivers.ieee802.ProbeRequest;
import dev.footfall.drivers.json.TopLevel;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A frame that parses is beyond doubt. JSON is likely if it holds an address and a signal and nothing of a known format. */
final class WifiProbeRecogniser {
    private static final int SURE = 95;
    private static final int LIKELY = 60;
    private static final int LONGEST_LINE = 8192;

    /** Keys of other formats that also tell an address and a signal. */
    private static final Set<String> OF_OTHERS = Set.of(
            "type",
            "id",
            "distance",
            "rssi@1m",
            "mactype",
            "manufacturerdata",
            "servicedata",
            "deviceinfo",
            "topic",
            "uptime",
            "ip",
            "freemem",
            "firmware",
            "version");

    private static final Set<String> PROBES = Set.of("probes", "proberequests", "frames");

    /** What sniffers tell beside an address. */
    private static final Set<String> HEARD = Stream.concat(SnifferFields.RSSI.stream(), SnifferFields.SEQUENCE.stream())
            .collect(Collectors.toSet());

    private WifiProbeRecogniser() {}

    static int score(byte[] payload) {
        if (payload.length == 0 || payload.length > PayloadLimit.BYTES) {
            return 0;
        }
        return switch (WifiProbeDecoder.Form.of(payload)) {
            case EMPTY, CAPTURE_FILE -> 0;
            case BYTES -> ProbeRequest.in(payload) instanceof ProbeRequest.Probe ? SURE : 0;
            case TEXT ->
                line(new String(payload, 0, Math.min(payload.length, LONGEST_LINE), StandardCharsets.US_ASCII));
            case JSON -> json(TopLevel.of(payload));
        };
    }

    private static int line(String text) {
        String first = text.strip().lines().findFirst().orElse("");
        return isProbe(first) ? SURE : 0;
    }

    private static boolean isProbe(String text) {
        byte[] frame = FrameText.bytes(text);
        return frame != null && ProbeRequest.in(frame) instanceof ProbeRequest.Probe;
    }

    private static int json(TopLevel top) {
        boolean mac = false;
        for (String key : top.keys()) {
            String text = top.text(key);
            String name = SnifferFields.plain(key);
            if (text != null && SnifferFields.FRAME.contains(name) && isProbe(text)) {
                return SURE - 10;
            }
            mac |= text != null && SnifferFields.MAC.contains(name) && MacAddress.normalise(text) != null;
        }
        Set<String> names = top.keys().stream().map(SnifferFields::plain).collect(Collectors.toSet());
        if (names.stream().anyMatch(OF_OTHERS::contains)) {
            return 0;
        }
        boolean probes = PROBES.stream().anyMatch(names::contains);
        boolean heard = HEARD.stream().anyMatch(names::contains);
        return probes || (mac && heard) ? LIKELY : 0;
    }
}
