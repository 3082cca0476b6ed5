package dev.footfall.drivers.boschparking;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lorawan.LorawanModelDriver;
import dev.footfall.drivers.lorawan.Uplink;
import java.util.List;

/** Bosch TPS110 parking sensor, see the driver's README. */
public final class BoschParkingDriver extends LorawanModelDriver {
    public BoschParkingDriver() {
        super("tps110", "bosch");
    }

    @Override
    public String name() {
        return "bosch-tps110";
    }

    @Override
    public String title() {
        return "Bosch TPS110 parking sensor, LoRaWAN";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(
                new DriverOption("bay", null, List.of(), "Name of the parking bay; the device's id if not given."));
    }

    @Override
    protected DecodeResult decode(Uplink uplink, DecodeContext context) {
        return BoschParkingDecoder.decode(uplink, context);
    }

    @Override
    protected int score(Uplink uplink, boolean named) {
        return BoschParkingDecoder.score(uplink);
    }

    @Override
    protected boolean mayBeDecoded(TopLevel top) {
        return top.has("occupied") && top.has("type");
    }
}
