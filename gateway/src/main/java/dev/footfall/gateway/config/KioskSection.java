package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.Address;
import dev.footfall.store.StoreConfig.Ingest;
import dev.footfall.store.StoreConfig.Kiosk;
import dev.footfall.store.StoreConfig.MqttListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section {@code kiosk}: the HTTP address and the languages of the page. */
final class KioskSection {
    static final List<String> KEYS = List.of("address", "languages", "users");
    static final Address ADDRESS = new Address("127.0.0.1", 8080);
    static final List<String> LANGUAGES = List.of("en", "zh");

    private KioskSection() {}

    static Kiosk read(Section file, Ingest ingest, Context context) {
        Value value = file.part("kiosk");
        Section kiosk = value == null ? null : value.section(KEYS);
        if (kiosk == null) {
            return new Kiosk(ADDRESS, LANGUAGES);
        }
        Address address = kiosk.optional("address", NetForms.ADDRESS, ADDRESS);
        MqttListener listener = ingest.mqttListener();
        if (listener != null && address.port() != 0 && address.equals(listener.address())) {
            kiosk.wrong(
                    "address",
                    address.toString(),
                    Rule.of("address-taken", "must be another address than that of ingest.mqtt-listener"));
        }
        Value users = kiosk.value("users");
        return new Kiosk(address, languages(kiosk), users == null ? null : users(users, context));
    }

    private static @Nullable String users(Value value, Context context) {
        String name = context.file(value);
        Path file = name == null ? null : context.path(name);
        if (file != null && Accounts.ofKiosk(file) instanceof Accounts.Invalid<KioskUser> invalid) {
            context.adopt(invalid.problems());
        }
        return name;
    }

    private static List<String> languages(Section kiosk) {
        Value value = kiosk.part("languages");
        if (value == null) {
            return LANGUAGES;
        }
        List<String> languages = new ArrayList<>();
        for (Value item : value.items()) {
            String language = item.as(Forms.oneOf(LANGUAGES));
            if (language != null && languages.contains(language)) {
                item.wrong(Rule.of("listed-twice", "must be listed once"));
            } else if (language != null) {
                languages.add(language);
            }
        }
        if (value.isList() && value.items().isEmpty()) {
            value.wrongAsAWhole(Rule.of(
                    "no-language", "must list at least one language of {words}", "words", Nearest.either(LANGUAGES)));
        }
        return languages;
    }
}
