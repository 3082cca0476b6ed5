package dev.footfall.drivers.elsys;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lorawan.LorawanModelDriver;
import dev.footfall.drivers.lorawan.Uplink;
import java.util.List;

/** Elsys occupancy sensors (ERS Eye, see the driver's README. */
public final class ElsysDriver extends LorawanModelDriver {
    public ElsysDriver() {
        super("elsys");
    }

    @Override
    public String name() {
        return "elsys";
    }

    @Override
    public String title() {
        return "Elsys occupancy sensors (ERS Eye, ERS Desk, EMS Desk), LoRaWAN";
    }

    @Override
    public List<DriverOption> options() {
        return List.of();
    }

    @Override
    protected DecodeResult decode(Uplink uplink, DecodeContext context) {
        return ElsysDecoder.decode(uplink, context);
    }

    @Override
    protected int score(Uplink uplink, boolean named) {
        return ElsysDecoder.score(uplink);
    }

    @Override
    protected boolean mayBeDecoded(TopLevel top) {
        return top.has("occupancy") && top.has("vdd");
    }
}
