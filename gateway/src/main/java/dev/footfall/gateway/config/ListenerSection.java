package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.Address;
import dev.footfall.store.StoreConfig.MqttListener;
import dev.footfall.store.StoreConfig.Tls;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section {@code ingest.mqtt-listener}. */
final class ListenerSection {
    static final List<String> KEYS = List.of("address", "tls", "users");
    static final List<String> TLS_KEYS = List.of("certificate", "key", "client-ca");
    static final Address ADDRESS = new Address("127.0.0.1", 1883);
    static final MqttListener BY_DEFAULT = new MqttListener(ADDRESS, null, null);
    private static final String OFF = "off";

    private ListenerSection() {}

    /** The listener; on loopback if nothing is said, null for {@code off}. */
    static @Nullable MqttListener read(Section ingest, Context context) {
        Value value = ingest.part("mqtt-listener");
        if (value == null) {
            return BY_DEFAULT;
        }
        if (value.isScalar()) {
            if (!OFF.equals(value.text())) {
                value.wrong(Rule.of("listener", "must be off or a section with address"));
            }
            return null;
        }
        Section listener = value.section(KEYS);
        return listener == null ? null : listener(listener, context);
    }

    private static MqttListener listener(Section listener, Context context) {
        Address address = listener.optional("address", NetForms.ADDRESS, ADDRESS);
        Value tlsValue = listener.part("tls");
        Section tlsSection = tlsValue == null ? null : tlsValue.section(TLS_KEYS);
        Tls tls = tlsSection == null ? null : tls(tlsSection, context);
        Value usersValue = listener.value("users");
        String users = usersValue == null ? null : users(usersValue, context);
        if (!NetForms.isLoopback(address)) {
            refuseOpenDoor(listener, address, tlsValue == null, usersValue == null);
        }
        return new MqttListener(address, tls, users);
    }

    /** Anyone on the network could invent visitors, so this is a refusal and not a warning. */
    private static void refuseOpenDoor(Section listener, Address address, boolean noTls, boolean noUsers) {
        String missing = noTls && noUsers ? "tls and users" : noTls ? "tls" : "users";
        if (noTls || noUsers) {
            listener.wrong(
                    "address",
                    address.toString(),
                    Rule.of(
                            "open-door",
                            "is open to the network, which needs {missing}; add them or listen on 127.0.0.1",
                            "missing",
                            missing));
        }
    }

    private static @Nullable Tls tls(Section section, Context context) {
        String certificate = file(section, "certificate", context);
        String key = file(section, "key", context);
        Value ca = section.value("client-ca");
        String clientCa = ca == null ? null : context.file(ca);
        return certificate == null || key == null ? null : new Tls(certificate, key, clientCa);
    }

    private static @Nullable String users(Value value, Context context) {
        String name = context.file(value);
        Path file = name == null ? null : context.path(name);
        if (file != null && Accounts.ofListener(file) instanceof Accounts.Invalid<User> invalid) {
            context.adopt(invalid.problems());
        }
        return name;
    }

    private static @Nullable String file(Section section, String key, Context context) {
        Value value = section.value(key);
        if (value == null) {
            section.missing(key, "the name of a PEM file");
            return null;
        }
        return context.file(value);
    }
}
