package dev.footfall.gateway.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.simulator.StoreSimulation;
import dev.footfall.simulator.device.Faults;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.StoreCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoStoreTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"00:00", "03:59", "07:59", "08:00", "12:30", "17:45", "23:59"})
    void whateverTheTimeTheStoreIsBusyAndSomeHoursOfTodayHavePassed(LocalTime now) throws IOException {
        Files.writeString(folder.resolve(ConfigLoader.FILE), DemoStore.yaml(ZONE, now, 0, 0));
        Files.writeString(folder.resolve(DemoStore.PEOPLE), DemoStore.people());
        assertThat(ConfigLoader.load(folder)).isInstanceOf(LoadResult.Loaded.class);
        StoreConfig config = ((LoadResult.Loaded) ConfigLoader.load(folder)).config();
        StoreCalendar calendar = config.calendar();
        Instant instant = LocalDate.of(2026, 11, 25).atTime(now).atZone(ZONE).toInstant();
        var today = calendar.dayOf(instant);
        assertThat(Duration.between(today.window().start(), instant)).isGreaterThanOrEqualTo(Duration.ofHours(4));
        assertThat(Duration.between(instant, today.window().end())).isGreaterThanOrEqualTo(Duration.ofHours(4));
        var plan = new StoreSimulation(DemoStore.simulated(config, now), 1, Faults.NONE).plan(today.date());
        long perHour = plan.visits().stream()
                .filter(visit -> Math.abs(visit.entry() - instant.toEpochMilli()) <= 1_800_000)
                .count();
        assertThat(perHour).as("people in the hour around now").isGreaterThan(270);
    }
}
