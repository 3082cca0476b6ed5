package dev.footfall.drivers.paxcounterlorawan;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lorawan.LorawanModelDriver;
import dev.footfall.drivers.lorawan.Uplink;
import java.util.List;

/** ESP32-Paxcounter behind a LoRaWAN network server, see the driver's README. */
public final class PaxcounterLorawanDriver extends LorawanModelDriver {
    public PaxcounterLorawanDriver() {
        super("paxcounter");
    }

    @Override
    public String name() {
        return "paxcounter-lorawan";
    }

    @Override
    public String title() {
        return "ESP32-Paxcounter behind a LoRaWAN network server";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(
                new DriverOption(
                        "encoder",
                        "packed",
                        List.of("packed", "plain"),
                        "The payload encoder the firmware was built with; the frame does not tell."),
                new DriverOption(
                        "counter-mode",
                        "cyclic",
                        List.of("cyclic", "cumulative"),
                        "Whether the device counts anew with each report (countermode 0 and 2) or goes on counting (1)."));
    }

    @Override
    protected DecodeResult decode(Uplink uplink, DecodeContext context) {
        return PaxcounterLorawanDecoder.decode(uplink, context);
    }

    @Override
    protected int score(Uplink uplink, boolean named) {
        return PaxcounterLorawanDecoder.score(uplink);
    }

    @Override
    protected boolean mayBeDecoded(TopLevel top) {
        return false;
    }
}
