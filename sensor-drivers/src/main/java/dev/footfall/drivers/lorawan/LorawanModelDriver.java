package dev.footfall.drivers.lorawan;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import java.util.List;

/** A driver for one family of LoRaWAN sensors, in whichever envelope its frames come. */
public abstract class LorawanModelDriver implements SensorDriver {
    /** What the server says of a device that it calls by a model's name is that model's. */
    private static final int NAMED = 70;

    private final List<String> names;

    /** @param names words (lower case) by which network servers know the family's devices and profiles */
    protected LorawanModelDriver(String... names) {
        this.names = List.of(names);
    }

    /**
     * How surely an uplink is of this family, judged by port, structure and decoded names; 0 if it cannot be.
     *
     * @param named true if the server calls the device by one of the family's names
     */
    protected abstract int score(Uplink uplink, boolean named);

    /** Understands an uplink, whatever it was recognised as. */
    protected abstract DecodeResult decode(Uplink uplink, DecodeContext context);

    /** True if an object with these outermost keys may be what a codec made of a frame of this family. */
    protected abstract boolean mayBeDecoded(TopLevel top);

    @Override
    public final DecodeResult decode(Message message, DecodeContext context) {
        return switch (Envelopes.read(message)) {
            case Envelope.Up up -> uplink(up.uplink(), context);
            case Envelope.Notice notice ->
                new Readings(
                        notice.device(),
                        notice.readings(),
                        notice.reason() == null ? List.of() : List.of(notice.reason()));
            case Envelope.Refused refused -> refused.refusal();
        };
    }

    @Override
    public final int recognise(Message message) {
        if (!Envelopes.isPlausible(message, this::mayBeDecoded)) {
            return 0;
        }
        return switch (Envelopes.read(message)) {
            case Envelope.Up up -> score(up.uplink());
            case Envelope.Notice notice -> isNamed(notice.names()) ? NAMED : 0;
            case Envelope.Refused refused -> isNamed(refused.names()) ? NAMED : 0;
        };
    }

    /** An uplink without payload is the network layer's; it shows that the device is there. */
    private DecodeResult uplink(Uplink uplink, DecodeContext context) {
        boolean empty = uplink.frame() == null || uplink.frame().length() == 0;
        return empty && uplink.object() == null && uplink.device() != null
                ? new Report(uplink, context).heard()
                : decode(uplink, context);
    }

    private boolean isNamed(String words) {
        return names.stream().anyMatch(words::contains);
    }

    private int score(Uplink uplink) {
        boolean named = isNamed(uplink.names());
        boolean empty = uplink.frame() == null && uplink.object() == null;
        int score = empty ? 0 : score(uplink, named);
        return named ? Math.max(NAMED, score) : score;
    }

    /** The refusal of an uplink that is not of this family. */
    protected static Rejected notOurs(Uplink uplink, String expected) {
        return new Rejected(Code.WRONG_FORMAT, uplink.described() + " is no " + expected);
    }
}
