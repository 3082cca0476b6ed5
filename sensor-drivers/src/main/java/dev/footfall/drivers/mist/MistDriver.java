package dev.footfall.drivers.mist;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.drivers.ieee802.IgnoredAddresses;
import dev.footfall.drivers.json.TopLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Juniper Mist webhooks, see the driver's README. */
public final class MistDriver implements SensorDriver {
    static final String IGNORE = "ignore";
    private static final int SURE = 90;

    @Override
    public String name() {
        return "mist";
    }

    @Override
    public String title() {
        return "Juniper Mist webhooks: raw signals and locations of WiFi clients, BLE assets and apps, HTTP";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(
                new DriverOption(
                        DriverOption.SECRET,
                        null,
                        List.of(),
                        "The webhook's secret in Mist; messages that are not signed with it are refused."),
                new DriverOption(
                        IGNORE,
                        "",
                        List.of(),
                        "Addresses of fixed equipment, or their beginnings, separated by commas; they are not handed on."));
    }

    @Override
    public List<String> headers() {
        return Signature.HEADERS;
    }

    @Override
    public Map<String, String> wrongOptions(Map<String, String> options) {
        Map<String, String> wrong = new HashMap<>();
        DriverOption.wrongSecret(options).ifPresent(rule -> wrong.put(DriverOption.SECRET, rule));
        String problem = IgnoredAddresses.problem(options.getOrDefault(IGNORE, ""));
        if (problem != null) {
            wrong.put(IGNORE, problem);
        }
        return wrong;
    }

    @Override
    public DecodeResult decode(Message message, DecodeContext context) {
        Rejected tooLarge = PayloadLimit.refusal(message.payload());
        if (tooLarge != null) {
            return tooLarge;
        }
        if (!Signature.isGood(message, context.option(DriverOption.SECRET, ""))) {
            return new Rejected(
                    Code.WRONG_VALUE,
                    "the message is not signed with the sensor's secret; set option secret to the webhook's secret in Mist");
        }
        return MistDecoder.decode(message.payload(), IgnoredAddresses.of(context.option(IGNORE, "")));
    }

    @Override
    public int recognise(Message message) {
        TopLevel top = TopLevel.of(message.payload());
        String topic = top.text("topic");
        return topic != null && top.has("events") && MistDecoder.isKnown(topic) ? SURE : 0;
    }
}
