package dev.footfall.drivers.parametric;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lorawan.LorawanModelDriver;
import dev.footfall.drivers.lorawan.ReportInterval;
import dev.footfall.drivers.lorawan.Uplink;
import java.util.List;

/** Parametric PCR2 radar people counter, see the driver's README. */
public final class Pcr2Driver extends LorawanModelDriver {
    public Pcr2Driver() {
        super("pcr2", "parametric");
    }

    @Override
    public String name() {
        return "parametric-pcr2";
    }

    @Override
    public String title() {
        return "Parametric PCR2 radar people counter, LoRaWAN";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(ReportInterval.OPTION);
    }

    @Override
    protected DecodeResult decode(Uplink uplink, DecodeContext context) {
        return Pcr2Decoder.decode(uplink, context);
    }

    @Override
    protected int score(Uplink uplink, boolean named) {
        return Pcr2Decoder.score(uplink);
    }

    @Override
    protected boolean mayBeDecoded(TopLevel top) {
        return top.has("LTR") || top.has("LTR_SUM") || top.has("ltr");
    }
}
