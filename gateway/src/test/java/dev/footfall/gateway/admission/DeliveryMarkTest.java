package dev.footfall.gateway.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DriverCatalog;
import dev.footfall.drivers.Message;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Receipt;
import dev.footfall.gateway.intake.Source;
import dev.footfall.store.StoreConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryMarkTest {
    private static final String SIGHTING = "{\"type\":\"sighting\",\"mac\":\"7c:ed:8d:01:02:03\",\"rssi\":-60}";
    private static final String CROSSING = "{\"type\":\"crossing\",\"in\":1,\"out\":0}";

    @TempDir
    Path folder;

    @Test
    void aDeliveryThatOnlySaysWhoLeavesNoHashOnDisk() throws IOException {
        assertThat(keys(SIGHTING)).containsExactly(0L);
    }

    @Test
    void aDeliveryThatCountsPeopleIsKnownAgainAfterACrash() throws IOException {
        assertThat(keys(CROSSING))
                .singleElement()
                .satisfies(key -> assertThat(Deliveries.isDelivery(key)).isTrue());
        assertThat(keys("[" + SIGHTING + "," + CROSSING + "," + CROSSING + "]")).satisfies(keys -> {
            assertThat(keys.get(0)).isZero();
            assertThat(Deliveries.isDelivery(keys.get(1))).isTrue();
            assertThat(keys.get(2)).isZero();
        });
    }

    private List<Long> keys(String payload) throws IOException {
        Files.writeString(folder.resolve(ConfigLoader.FILE), """
                store: { id: shop, time-zone: Asia/Shanghai }
                entrances: [ { id: main } ]
                sensors: [ { id: door, driver: native, entrance: main } ]
                """);
        StoreConfig config = ((LoadResult.Loaded) ConfigLoader.load(folder)).config();
        Pseudonyms pseudonyms = new Pseudonyms(null);
        Admission admission = new Admission(
                config.calendar(), Duration.ofMinutes(5), pseudonyms, new Members(pseudonyms, 0, List.of()));
        Arrival arrival = new Arrival(
                Source.MQTT_LISTENER,
                "door",
                new Message("footfall/in/door", null, payload.getBytes(UTF_8), false),
                Instant.parse("2026-11-22T12:00:00Z"),
                7,
                false,
                null,
                null,
                Receipt.NONE);
        Routed routed = new SensorRouter(config, DriverCatalog.all(), pseudonyms).route(arrival);
        List<Long> keys = new ArrayList<>();
        admission.admit((Routed.Understood) routed, (observation, key) -> keys.add(key));
        return keys;
    }
}
