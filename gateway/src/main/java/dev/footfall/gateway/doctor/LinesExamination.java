package dev.footfall.gateway.doctor;

import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Sensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The pins that light beams are wired to. */
final class LinesExamination {
    private final StoreConfig config;
    private final Path root;

    LinesExamination(StoreConfig config, Path root) {
        this.config = config;
        this.root = root;
    }

    List<Finding> examine() {
        return config.sensors().stream()
                .filter(sensor -> sensor.driver().equals("gpio-beam"))
                .map(this::lines)
                .toList();
    }

    /** A chip may be called by its label; then only the kernel can tell which device it is. */
    private Finding lines(Sensor sensor) {
        String chip = sensor.options().getOrDefault("chip", "gpiochip0");
        String subject = "pins of " + sensor.id();
        Path device = root.resolve("dev").resolve(chip);
        if (!chip.matches("gpiochip\\d+")) {
            return Finding.ok(subject, "chip [" + chip + "] is called by its label");
        }
        if (!Files.exists(device)) {
            return Finding.fault(
                    subject,
                    "there is no chip [" + chip + "]",
                    "See with `gpiodetect` what the board has, and name it in the sensor's option chip.");
        }
        return Files.isReadable(device) && Files.isWritable(device)
                ? Finding.ok(subject, "/dev/" + chip + " can be used")
                : Finding.fault(
                        subject,
                        "/dev/" + chip + " is forbidden to user [" + System.getProperty("user.name") + "]",
                        "Add that user to group gpio, and start the gateway again.");
    }
}
