package dev.footfall.drivers.imbuildings;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lorawan.LorawanModelDriver;
import dev.footfall.drivers.lorawan.ReportInterval;
import dev.footfall.drivers.lorawan.Uplink;
import java.util.List;

/** IMBuildings people counters, see the driver's README. */
public final class ImBuildingsDriver extends LorawanModelDriver {
    public ImBuildingsDriver() {
        super("imbuildings");
    }

    @Override
    public String name() {
        return "imbuildings";
    }

    @Override
    public String title() {
        return "IMBuildings people counters, LoRaWAN and NB-IoT";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(ReportInterval.OPTION);
    }

    @Override
    protected DecodeResult decode(Uplink uplink, DecodeContext context) {
        return ImBuildingsDecoder.decode(uplink, context);
    }

    @Override
    protected int score(Uplink uplink, boolean named) {
        return ImBuildingsDecoder.score(uplink);
    }

    @Override
    protected boolean mayBeDecoded(TopLevel top) {
        return top.has("reports")
                || top.has("counter_a")
                || top.has("counterA")
                || top.has("total_counter_a")
                || top.has("totalCounterA");
    }
}
