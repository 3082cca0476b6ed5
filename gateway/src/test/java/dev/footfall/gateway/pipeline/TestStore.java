package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import java.nio.file.Path;

/** Configurations for tests. */
public final class TestStore {
    private TestStore() {}

    /** A store in Shanghai with one door and a native sensor; free ports. */
    public static final String DOOR = """
            store: { id: test, time-zone: Asia/Shanghai }
            entrances:
              - { id: main, name: Main, width-m: 2, count-basis: in }
            sensors:
              - { id: door, driver: native, entrance: main, match: { topic: "footfall/in/door" } }
            ingest: { mqtt-listener: { address: "127.0.0.1:0" } }
            kiosk: { address: "127.0.0.1:0" }
            """;

    public static LoadResult.Loaded loaded(String yaml) {
        return switch (ConfigLoader.parse("store.yaml", yaml, Path.of("."))) {
            case LoadResult.Loaded loaded -> loaded;
            case LoadResult.Invalid invalid ->
                throw new IllegalArgumentException(invalid.problems().toString());
        };
    }
}
