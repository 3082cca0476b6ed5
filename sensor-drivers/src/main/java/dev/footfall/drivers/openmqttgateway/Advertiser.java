package dev.footfall.drivers.openmqttgateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.ieee802.BleAddress;
import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.drivers.json.Numbers;
import dev.footfall.observation.Identity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who advertises.
 *
 * @param address hex digits, twelve unless the gateway cut them short
 * @param identity what stays the same longest: a phone's iBeacon number outlives its random address
 */
record Advertiser(String address, Identity.Raw identity) {
    private static final int SHORTEST = 6;

    /** The advertiser of a message, null if its id is no address; the topic's address stands in for one cut short. */
    static @Nullable Advertiser of(JsonNode root, @Nullable String topicAddress) {
        String id = root.path("id").asText("");
        String address = MacAddress.normalise(id);
        if (address == null) {
            address = topicAddress != null ? topicAddress : cut(id);
        }
        if (address == null) {
            return null;
        }
        Integer kind = Numbers.whole(root.path("mac_type"), 0, 3);
        boolean random = kind == null ? BleAddress.looksRandom(address) : kind != 0 && BleAddress.isPrivate(address);
        String uuid = root.path("uuid").asText("");
        boolean beacon = !uuid.isBlank() && root.has("major") && root.has("minor");
        if (beacon && kind != null && kind == 1) {
            String number = "ibeacon:" + uuid.replace("-", "").toLowerCase(Locale.ROOT) + ":"
                    + root.path("major").asText() + ":" + root.path("minor").asText();
            return new Advertiser(address, new Identity.Raw(number, false));
        }
        return new Advertiser(address, new Identity.Raw(address, random));
    }

    private static @Nullable String cut(String id) {
        String digits = id.replaceAll("[:.-]", "").toLowerCase(Locale.ROOT);
        return digits.length() >= SHORTEST && digits.matches("[0-9a-f]{6,12}") ? digits : null;
    }
}
