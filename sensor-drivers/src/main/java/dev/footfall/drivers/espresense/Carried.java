package dev.footfall.drivers.espresense;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.ieee802.BleAddress;
import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.observation.Identity;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A device that somebody carries.
 *
 * @param address its radio address, null if the report tells none
 * @param identity what stays the same longest
 */
record Carried(@Nullable String address, Identity.Raw identity) {
    /** Ids that name a kind of device and not one of them; many phones share such an id. */
    private static final Pattern KIND = Pattern.compile(
            "(?i)(apple|msft|samsung|google|garmin|sd|md|ad|name|itag|trackr|tile|meater|mifit|flora|roomba|vanmoof|microsoft|sonos|lg|fitbit|hue):.*");

    private static final int LONGEST = 128;

    /** The device of a report; null if it names none. */
    static @Nullable Carried of(JsonNode root) {
        String address = MacAddress.normalise(root.path("mac").asText(""));
        String id = root.path("id").asText("").strip();
        String idAsAddress = MacAddress.normalise(id);
        if (address == null) {
            address = idAsAddress;
        }
        boolean ownName =
                !id.isEmpty() && idAsAddress == null && !KIND.matcher(id).matches();
        if (id.length() <= LONGEST && (ownName || (address == null && !id.isEmpty()))) {
            return new Carried(address, new Identity.Raw("ble:" + id.toLowerCase(Locale.ROOT), false));
        }
        return address == null
                ? null
                : new Carried(address, new Identity.Raw(address, BleAddress.looksRandom(address)));
    }
}
