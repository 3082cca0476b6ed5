package dev.footfall.gateway.api;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.setup.SetUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/** The sample store's configuration in a folder, and the set-up that changes it. */
final class SampleSetUp {
    static final String YAML = """
            # The shop in Nanjing Road
            store:
              id: sh-0042
              name: Nanjing Road
              time-zone: Asia/Shanghai
              business-day-start: "04:00"
              floor-area-m2: 820
              capacity: 120   # by the fire brigade
              currency: CNY
              hours:
                mon-fri: "10:00-22:00"
                sat-sun: "09:30-22:30"
                exceptions:
                  "2027-02-17": closed

            floor-plan:
              width-m: 40
              height-m: 25

            entrances:
              - { id: main, name: Main door, width-m: 2.4, count-basis: in }

            zones:
              # by the window
              - id: shoes
                name: "Shoes"
                polygon: [[2, 2], [14, 2], [14, 10], [2, 10]]
              - id: checkout
                name: "Checkout"
                kind: queue
                polygon: [[30, 2], [38, 2], [38, 9], [30, 9]]

            lines:
              - id: mid-aisle
                from: [20, 0]
                to: [20, 25]

            sensors:
              - { id: door-1, driver: native, entrance: main }
              - { id: cam-1, driver: native, match: { topic: "cam/1" }, position-m: [20, 12] }
            """;

    private SampleSetUp() {}

    static SetUp in(Path folder) {
        try {
            Files.writeString(folder.resolve(ConfigLoader.FILE), YAML);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (ConfigLoader.load(folder) instanceof LoadResult.Loaded loaded) {
            return new SetUp(
                    folder,
                    loaded.config(),
                    loaded.text(),
                    InstantSource.fixed(ApiServer.NOW),
                    CompletableFuture::completedFuture,
                    text -> {});
        }
        throw new AssertionError(ConfigLoader.load(folder));
    }
}
