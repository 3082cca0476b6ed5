package dev.footfall.drivers.probecsv;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.ieee802.IgnoredAddresses;
import java.util.List;
import java.util.Map;

/** Rows of probe sniffers, see the driver's README. */
public final class ProbeCsvDriver implements SensorDriver {
    static final String IGNORE = "ignore";

    @Override
    public String name() {
        return "probe-csv";
    }

    @Override
    public String title() {
        return "WiFi probe requests as CSV rows of an ESP32 sniffer (datetime;dst;src;…)";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(new DriverOption(
                IGNORE,
                "",
                List.of(),
                "Addresses of fixed equipment, or their beginnings, separated by commas; they are not handed on."));
    }

    @Override
    public Map<String, String> wrongOptions(Map<String, String> options) {
        String problem = IgnoredAddresses.problem(options.getOrDefault(IGNORE, ""));
        return problem == null ? Map.of() : Map.of(IGNORE, problem);
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        return ProbeRows.decode(message.payload(), context);
    }

    @Override
    public int recognise(Message message) {
        return ProbeRows.score(message.payload());
    }
}
