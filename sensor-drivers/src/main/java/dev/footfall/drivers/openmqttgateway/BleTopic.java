package dev.footfall.drivers.openmqttgateway;

import dev.footfall.drivers.Topic;
import dev.footfall.drivers.ieee802.MacAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the topic {@code PREFIX/GATEWAY/BTtoMQTT/ADDRESS} tells; empty and null for other addresses. */
final class BleTopic {
    private static final String BLUETOOTH = "BTtoMQTT";
    private static final List<String> SYSTEM = List.of("SYStoMQTT", "RLStoMQTT", "WebUItoMQTT", "commands", "config");

    private final List<String> levels;

    BleTopic(String address) {
        this.levels = Arrays.asList(address.split("/", -1));
    }

    boolean isBluetooth() {
        return levels.contains(BLUETOOTH);
    }

    boolean isLastWill() {
        return levels.size() > 1 && levels.getLast().equals("LWT");
    }

    boolean isSystem() {
        return levels.stream().anyMatch(SYSTEM::contains);
    }

    /** The gateway's name, which stands before the kind of message. */
    @Nullable
    String gateway() {
        int at = levels.indexOf(BLUETOOTH);
        if (at < 0 && (isLastWill() || isSystem())) {
            at = levels.size() - 1;
        }
        String name = at > 0 ? levels.get(at - 1) : "";
        return name.isEmpty() || name.equals("+") ? null : name;
    }

    /** The advertiser's address, which is whole here also where the payload cuts it short. */
    @Nullable
    String address() {
        return isBluetooth() ? MacAddress.normalise(Topic.lastLevel(levels.getLast())) : null;
    }
}
