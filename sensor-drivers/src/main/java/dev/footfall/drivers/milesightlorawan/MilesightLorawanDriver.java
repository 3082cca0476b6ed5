package dev.footfall.drivers.milesightlorawan;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.json.TopLevel;
import dev.footfall.drivers.lorawan.DecodedFields;
import dev.footfall.drivers.lorawan.LorawanModelDriver;
import dev.footfall.drivers.lorawan.Uplink;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Milesight's frames, see the driver's README. */
public final class MilesightLorawanDriver extends LorawanModelDriver {
    private static final Pattern FIELD =
            Pattern.compile("people(countall|in|out|totalin|totalout)|(totalcounter|periodiccounter|period)(in|out)"
                    + "|line\\d(total|period)(in|out)|region\\d{1,2}(count|avgdwell)");
    private static final Pattern HINT = Pattern.compile("total(in|out)|history|event|occupancy");

    public MilesightLorawanDriver() {
        super("milesight", "vs121", "vs132", "vs133", "vs135", "vs330", "vs350", "vs351", "vs360");
    }

    @Override
    public String name() {
        return "milesight-lorawan";
    }

    @Override
    public String title() {
        return "Milesight people counters VS121, VS132, VS133, VS135, VS330, VS350, VS351 and VS360, LoRaWAN";
    }

    @Override
    public List<DriverOption> options() {
        return MilesightOptions.ALL;
    }

    @Override
    protected DecodeResult decode(Uplink uplink, DecodeContext context) {
        return MilesightDecoder.decode(uplink, context);
    }

    @Override
    protected int score(Uplink uplink, boolean named) {
        int byFrame = uplink.frame() == null ? 0 : MilesightDecoder.score(uplink.frame(), uplink.port());
        int byObject = uplink.object() == null ? 0 : MilesightObject.score(uplink.object());
        return Math.max(byFrame, byObject);
    }

    @Override
    protected boolean mayBeDecoded(TopLevel top) {
        return hasField(top.keys())
                || top.keys().stream().map(DecodedFields::plain).anyMatch(HINT.asMatchPredicate());
    }

    /** True if one of these names is this vendor's for a count. */
    static boolean hasField(Collection<String> names) {
        return names.stream().map(DecodedFields::plain).anyMatch(FIELD.asMatchPredicate());
    }
}
