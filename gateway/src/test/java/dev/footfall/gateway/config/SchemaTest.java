package dev.footfall.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema for editors says nothing that the loader does not say. */
class SchemaTest {
    private static final Path FILE = Samples.folder("").resolve("store.schema.json");
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("", StoreFile.KEYS),
            Map.entry(".store", StoreSection.KEYS),
            Map.entry(".floor-plan", FloorPlanSection.KEYS),
            Map.entry(".entrances[]", EntrancesSection.KEYS),
            Map.entry(".zones[]", ZonesSection.KEYS),
            Map.entry(".lines[]", LinesSection.KEYS),
            Map.entry(".car-parks[]", CarParksSection.KEYS),
            Map.entry(".sensors[]", SensorsSection.KEYS),
            Map.entry(".sensors[].match", MatchSection.KEYS),
            Map.entry(".sensors[].options", List.copyOf(SensorOptions.OF_EVERY_SENSOR.keySet())),
            Map.entry(".ingest", IngestSection.KEYS),
            Map.entry(".ingest.mqtt-listener", ListenerSection.KEYS),
            Map.entry(".ingest.mqtt-listener.tls", ListenerSection.TLS_KEYS),
            Map.entry(".ingest.brokers[]", IngestSection.BROKER_KEYS),
            Map.entry(".privacy", PrivacySection.KEYS),
            Map.entry(".wifi", WifiSection.KEYS),
            Map.entry(".wifi.survey", SurveySection.KEYS),
            Map.entry(".relay[]", RelaySection.KEYS),
            Map.entry(".kiosk", KioskSection.KEYS),
            Map.entry(".journal", JournalSection.KEYS),
            Map.entry(".alerts", AlertsSection.KEYS),
            Map.entry(".alerts.webhooks[]", AlertsSection.WEBHOOK_KEYS));

    private final Schema schema;
    private final JsonNode tree;

    SchemaTest() throws IOException {
        String text = Files.readString(FILE);
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
        tree = JsonMapper.shared().readTree(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "example", "full"})
    void everySampleFits(String sample) {
        assertThat(errors(Samples.text(sample))).isEmpty();
    }

    @Test
    void theKeysAreTheLoaders() {
        Map<String, List<String>> found = new TreeMap<>();
        collect("", tree, found);
        found.remove(".store.hours");
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(KEYS.keySet());
        found.forEach((path, keys) ->
                assertThat(keys).as(path).containsExactlyInAnyOrderElementsOf(KEYS.getOrDefault(path, List.of())));
    }

    @Test
    void everyKeyIsDocumentedAndShown() throws IOException {
        String guide = Files.readString(Samples.folder("").resolve("../docs/configuration.md"));
        String full = Samples.text("full");
        KEYS.forEach((path, keys) -> keys.forEach(key -> {
            assertThat(guide)
                    .as("docs/configuration.md of " + path)
                    .containsPattern("`([a-z-]+\\.)*" + key + "(\\[])?`");
            assertThat(full).as("config/full/store.yaml of " + path).containsPattern("\\b" + key + ":");
        }));
    }

    private static void collect(String path, JsonNode node, Map<String, List<String>> found) {
        JsonNode properties = node.path("properties");
        if (properties.isObject()) {
            found.put(path, List.copyOf(properties.propertyNames()));
            properties.forEachEntry((key, value) -> collect(path + "." + key, value, found));
        }
        if (node.path("items").isObject()) {
            collect(path + "[]", node.path("items"), found);
        }
        node.path("anyOf").forEach(choice -> collect(path, choice, found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "store: {id: SH, time-zone: Asia/Shanghai}\nsensors: []",
                "store: {id: a}\nsensors: []",
                "store: {id: a, time-zone: UTC}",
                "store: {id: a, time-zone: UTC, capacity: 0}\nsensors: []",
                "store: {id: a, time-zone: UTC, nmae: x}\nsensors: []",
                "store: {id: a, time-zone: UTC, hours: {monday: closed}}\nsensors: []",
                "store: {id: a, time-zone: UTC, hours: {mon: 10-22}}\nsensors: []",
                "store: {id: a, time-zone: UTC}\nsensors: [{id: a}]",
                "store: {id: a, time-zone: UTC}\nsensors: [{id: a, driver: native, match: {}}]",
                "store: {id: a, time-zone: UTC}\nsensors: [{id: a, driver: native, match: {path: x}}]",
                "store: {id: a, time-zone: UTC}\nsensors: [{id: a, driver: native, options: {expect-every: 5}}]",
                "store: {id: a, time-zone: UTC}\nsensors: []\nentrances: [{id: a, count-basis: both}]",
                "store: {id: a, time-zone: UTC}\nsensors: []\nzones: [{id: a, polygon: [[0, 0], [1, 0]]}]",
                "store: {id: a, time-zone: UTC}\nsensors: []\nfloor-plan: {width-m: 1, height-m: 1, image: a.gif}",
                "store: {id: a, time-zone: UTC}\nsensors: []\ningest: {mqtt-listener: on}",
                "store: {id: a, time-zone: UTC}\nsensors: []\ningest: {brokers: [{url: 'http://h', subscribe: [a]}]}",
                "store: {id: a, time-zone: UTC}\nsensors: []\nprivacy: {small-cell-floor: 3}",
                "store: {id: a, time-zone: UTC}\nsensors: []\nrelay: [{kind: mqtt, url: 'mqtt://u:p@h'}]",
                "store: {id: a, time-zone: UTC}\nsensors: []\nkiosk: {languages: [de]}",
                "store: {id: a, time-zone: UTC}\nsensors: []\njournal: {max-bytes: lots}"
            })
    void whatAnEditorCanSeeIsRefusedByBoth(String yaml) {
        assertThat(errors(yaml)).isNotEmpty();
        assertThat(Samples.problems(yaml)).isNotEmpty();
    }

    /** An editor must never underline what the gateway takes. */
    @ParameterizedTest
    @ValueSource(strings = {"example", "full"})
    void whatTheLoaderTakesFits(String sample) {
        int taken = 0;
        for (int seed = 0; seed < 400; seed++) {
            String changed = new Mutations(seed).mutateLine(Samples.text(sample));
            // a lone ~ is null in YAML 1.2 core, but the validator's reader takes it for text; 1e999 it has no type for
            if (!changed.contains("~")
                    && !changed.contains("1e999")
                    && Samples.problems(changed).isEmpty()) {
                assertThat(errors(changed)).as("seed %d", seed).isEmpty();
                taken++;
            }
        }
        assertThat(taken).isGreaterThan(20);
    }

    private List<Error> errors(String yaml) {
        return schema.validate(yaml, InputFormat.YAML);
    }
}
