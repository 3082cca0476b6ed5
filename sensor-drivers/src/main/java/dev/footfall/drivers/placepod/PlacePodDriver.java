package dev.footfall.drivers.placepod;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lorawan.LorawanModelDriver;
import dev.footfall.drivers.lorawan.Uplink;
import java.util.List;

/** PNI PlacePod parking sensor, see the driver's README. */
public final class PlacePodDriver extends LorawanModelDriver {
    public PlacePodDriver() {
        super("placepod", "pni ");
    }

    @Override
    public String name() {
        return "pni-placepod";
    }

    @Override
    public String title() {
        return "PNI PlacePod parking sensor, LoRaWAN";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(
                new DriverOption("bay", null, List.of(), "Name of the parking bay; the device's id if not given."));
    }

    @Override
    protected DecodeResult decode(Uplink uplink, DecodeContext context) {
        return PlacePodDecoder.decode(uplink, context);
    }

    @Override
    protected int score(Uplink uplink, boolean named) {
        return PlacePodDecoder.score(uplink);
    }

    @Override
    protected boolean mayBeDecoded(TopLevel top) {
        return top.has("parkingStatus") || top.has("parking_status");
    }
}
