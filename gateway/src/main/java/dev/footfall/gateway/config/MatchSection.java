package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.Match;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sensor's {@code match}: which messages are its. Remembers all of them, to find two that ask for the same. */
final class MatchSection {
    static final List<String> KEYS = List.of("topic", "device", "path");
    private static final Set<String> ADDRESSED_BY_TOPIC = Set.of("native");

    private final Map<Claim, String> claims = new HashMap<>();

    private record Claim(String driver, Match match) {}

    /** What the sensor matches; without topic and path, its own of its driver's kind. */
    Match read(Section entry, @Nullable String id, @Nullable DriverChoice driver) {
        Value value = entry.part("match");
        if (driver != null && driver.isGpioBeam()) {
            if (value != null) {
                value.wrongAsAWhole(
                        Rule.of("match-of-pins", "has no meaning for gpio-beam, which reads pins; remove it"));
            }
            return Match.ANY;
        }
        Match written = value == null ? Match.ANY : read(value);
        if (id == null || driver == null) {
            return written;
        }
        Match match = written.topic() == null && written.path() == null
                ? reachable(id, driver.name(), written.device())
                : written;
        claim(entry, new Claim(driver.name(), match), id);
        return match;
    }

    private static Match reachable(String id, String driver, @Nullable String device) {
        return ADDRESSED_BY_TOPIC.contains(driver)
                ? new Match("footfall/in/" + id, device, null)
                : new Match(null, device, "/ingest/" + driver + "/" + id);
    }

    private static Match read(Value value) {
        Section section = value.section(KEYS);
        if (section == null) {
            return Match.ANY;
        }
        if (section.entries().isEmpty()) {
            section.wrong(Rule.of("empty-match", "must have at least one of topic, device and path"));
        }
        return new Match(
                section.optional("topic", TopicForms.FILTER),
                section.optional("device", Forms.NAME),
                section.optional("path", TopicForms.HTTP_PATH));
    }

    private void claim(Section entry, Claim claim, String id) {
        String other = claims.putIfAbsent(claim, id);
        if (other != null) {
            entry.wrong(
                    "match",
                    Rule.of(
                            "same-match",
                            "asks for the same messages as sensor {sensor}; give each sensor its own topic, device or path",
                            "sensor",
                            other));
        }
    }
}
