package dev.footfall.drivers.axis;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An input port of the camera. It may be anything; only the owner can say that a light beam across a door is wired to it. */
final class InputPort {
    private final JsonFields root;
    private final @Nullable String device;
    private final DecodeContext context;

    InputPort(JsonFields root, @Nullable String device, DecodeContext context) {
        this.root = root;
        this.device = device;
        this.context = context;
    }

    void decode(ReadingList list) {
        JsonFields message = root.object("message");
        String port = message.object("source").textOrNull("port");
        String beams = context.option(AxisDriver.BEAM_PORTS, "");
        if (port == null
                || Arrays.stream(beams.split(","))
                        .noneMatch(beam -> beam.strip().equals(port))) {
            return;
        }
        JsonFields data = message.object("data");
        String state = data.text("state");
        if (root.ok() && !state.equals("0") && !state.equals("1")) {
            root.wrong(Reason.of(data.name("state"), state, "must be 0 or 1"));
        }
        Instant at = EventTime.of(root);
        if (root.problem() != null) {
            list.skip(root.problem());
            return;
        }
        String line = "port-" + port;
        boolean broken = state.equals(context.option(AxisDriver.BEAM_BROKEN, "1"));
        Fact fact = broken ? Fact.Crossing.event(1, 0) : Fact.Heartbeat.BARE;
        list.add(new Reading(fact, at, line, at == null ? null : device + "|" + line + "|" + at + "|" + state));
    }
}
