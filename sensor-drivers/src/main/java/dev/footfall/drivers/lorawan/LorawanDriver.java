package dev.footfall.drivers.lorawan;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.json.TopLevel;
import java.util.List;

/** The envelope alone: signs of life of a device whose sensor is not known, see the driver's README. */
public final class LorawanDriver implements SensorDriver {
    /** Any driver that knows the sensor inside goes first. */
    private static final int ENVELOPE = 52;

    @Override
    public String name() {
        return "lorawan";
    }

    @Override
    public String title() {
        return "LoRaWAN network servers ChirpStack and The Things Stack: signs of life of any device";
    }

    @Override
    public List<DriverOption> options() {
        return List.of();
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
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

    private static DecodeResult uplink(Uplink uplink, DecodeContext context) {
        if (uplink.device() == null) {
            return new Rejected(
                    Code.WRONG_FORMAT,
                    "the payload is no message of ChirpStack or The Things Stack; name the driver of the sensor itself");
        }
        return new Report(uplink, context)
                .heard(uplink.described()
                        + " is not read: name the driver of the sensor, or call the device's profile after its model");
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        return Envelopes.isEnvelope(top) && !(Envelopes.read(message) instanceof Envelope.Up up && isBare(up.uplink()))
                ? ENVELOPE
                : 0;
    }

    private static boolean isBare(Uplink uplink) {
        return uplink.device() == null;
    }
}
