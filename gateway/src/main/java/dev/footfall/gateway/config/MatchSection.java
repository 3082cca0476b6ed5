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

    /** What the sensor matches; without {@code match}, its own topic or HTTP path. */
    Match read(Section entry, @Nullable String id, @Nullable DriverChoice driver) {
        Value value = entry.part("match");
        if (driver != null && driver.isGpioBeam()) {
            if (value != null) {
                value.wrongAsAWhole("has no meaning for gpio-beam, which reads pins; remove it");
            }
            return Match.ANY;
        }
        Match match = value == null ? byDefault(id, driver) : read(value);
        if (driver != null && !match.equals(Match.ANY)) {
            claim(entry, new Claim(driver.name(), match), id);
        }
        return match;
    }

    private static Match byDefault(@Nullable String id, @Nullable DriverChoice driver) {
        if (id == null || driver == null) {
            return Match.ANY;
        }
        return ADDRESSED_BY_TOPIC.contains(driver.name())
                ? new Match("footfall/in/" + id, null, null)
                : new Match(null, null, "/ingest/" + driver.name() + "/" + id);
    }

    private static Match read(Value value) {
        Section section = value.section(KEYS);
        if (section == null) {
            return Match.ANY;
        }
        if (KEYS.stream().noneMatch(section.entries()::containsKey)) {
            section.wrong("must have at least one of topic, device and path");
        }
        return new Match(
                section.optional("topic", TopicForms.FILTER),
                section.optional("device", Forms.NAME),
                section.optional("path", TopicForms.HTTP_PATH));
    }

    private void claim(Section entry, Claim claim, @Nullable String id) {
        String mine = id == null ? entry.path("match") : id;
        String other = claims.putIfAbsent(claim, mine);
        if (other != null) {
            entry.wrong(
                    "match",
                    "asks for the same messages as sensor " + other
                            + "; give each sensor its own topic, device or path");
        }
    }
}
