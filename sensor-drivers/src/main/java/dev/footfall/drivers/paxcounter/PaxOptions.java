package dev.footfall.drivers.paxcounter;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DriverOption;
import java.util.List;

/**
 * What the device's own settings are, for the data do not tell.
 *
 * @param littleEndian true for the packed encoder
 * @param cumulative true if the device never resets its counts ({@code countermode} 1)
 */
record PaxOptions(boolean littleEndian, boolean cumulative) {
    static final List<DriverOption> ALL = List.of(
            new DriverOption(
                    "encoder",
                    "packed",
                    List.of("packed", "plain"),
                    "The device's payload encoder: packed is little-endian, plain is big-endian."),
            new DriverOption(
                    "counter-mode",
                    "cyclic",
                    List.of("cyclic", "cumulative"),
                    "Whether the device counts anew in each cycle (modes 0 and 2) or never resets (mode 1)."));

    static PaxOptions of(DecodeContext context) {
        return new PaxOptions(
                context.option("encoder", "packed").equals("packed"),
                context.option("counter-mode", "cyclic").equals("cumulative"));
    }
}
