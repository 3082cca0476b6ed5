package dev.footfall.drivers.pipiot;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lorawan.LorawanModelDriver;
import dev.footfall.drivers.lorawan.Uplink;
import java.util.List;

/** Pipiot People Sense counter, see the driver's README. */
public final class PipiotDriver extends LorawanModelDriver {
    public PipiotDriver() {
        super("pipiot", "people sense");
    }

    @Override
    public String name() {
        return "pipiot";
    }

    @Override
    public String title() {
        return "Pipiot People Sense counter, LoRaWAN";
    }

    @Override
    public List<DriverOption> options() {
        return List.of();
    }

    @Override
    protected DecodeResult decode(Uplink uplink, DecodeContext context) {
        return PipiotDecoder.decode(uplink, context);
    }

    @Override
    protected int score(Uplink uplink, boolean named) {
        return PipiotDecoder.score(uplink);
    }

    @Override
    protected boolean mayBeDecoded(TopLevel top) {
        return top.has("peopleCount") && top.has("peopleCountBin1");
    }
}
