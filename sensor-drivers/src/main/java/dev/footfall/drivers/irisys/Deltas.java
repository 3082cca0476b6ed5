package dev.footfall.drivers.irisys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code counts}: an array of what was counted since the last message, each with its time. Empty means nobody came. */
final class Deltas {
    private final @Nullable String device;
    private final DecodeContext context;
    private final Register register;
    private final Map<String, Integer> repeats = new HashMap<>();

    Deltas(@Nullable String device, DecodeContext context) {
        this.device = device;
        this.context = context;
        this.register = new Register(context);
    }

    DecodeResult decode(JsonNode array) {
        if (array.isEmpty()) {
            return Readings.of(device, List.of(Reading.of(Fact.Heartbeat.BARE)));
        }
        // The array stands at the root; as a member it can be read like any other.
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("counts", array);
        ReadingList list = new ReadingList();
        for (JsonFields item : JsonFields.of(root, "").objects("counts")) {
            item(item, list);
        }
        return list.result(device);
    }

    private void item(JsonFields item, ReadingList list) {
        String name = item.text("register");
        int value = (int) item.count("value", Integer.MAX_VALUE);
        Instant at = time(item);
        if (item.problem() != null) {
            list.skip(item.problem());
        } else if (register.counts(name, name, list)) {
            boolean out = register.outward(name, name);
            Fact fact = Fact.Crossing.event(out ? 0 : value, out ? value : 0);
            list.add(new Reading(fact, at, name, at == null ? null : key(name + "|" + at + "|" + value)));
        }
    }

    /** Two people in one second are two equal items of one message, not a repeat. */
    private String key(String words) {
        return device + "|" + words + "|" + repeats.merge(words, 1, Integer::sum);
    }

    private @Nullable Instant time(JsonFields item) {
        String text = item.textOrNull("t");
        Instant at = text == null ? null : DeviceTime.inZone(text, context.zone(), context.receivedAt());
        if (at == null && item.has("t")) {
            item.wrong(Reason.of(item.name("t"), JsonFields.shown(item.value("t")), "must be a date and time"));
        }
        return at;
    }
}
