package dev.footfall.drivers.hkt;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lorawan.LorawanModelDriver;
import dev.footfall.drivers.lorawan.ReportInterval;
import dev.footfall.drivers.lorawan.Uplink;
import java.util.List;

/** HKT people counter, see the driver's README. */
public final class HktDriver extends LorawanModelDriver {
    public HktDriver() {
        super("hkt");
    }

    @Override
    public String name() {
        return "hkt";
    }

    @Override
    public String title() {
        return "HKT people counter, LoRaWAN";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(ReportInterval.OPTION);
    }

    @Override
    protected DecodeResult decode(Uplink uplink, DecodeContext context) {
        return HktDecoder.decode(uplink, context);
    }

    @Override
    protected int score(Uplink uplink, boolean named) {
        return HktDecoder.score(uplink);
    }

    @Override
    protected boolean mayBeDecoded(TopLevel top) {
        return top.has("counterA") && top.has("absCountA");
    }
}
