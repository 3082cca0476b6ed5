package dev.footfall.drivers.genericjson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonTree;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message read by its mapping: as a whole, or member by member. */
final class GenericJsonDecoder {
    /** More members than any device sends at once. */
    private static final int MOST_MEMBERS = 1000;

    private static final int LONGEST_ID = 256;

    private final JsonNode message;
    private final Mapping mapping;
    private final DecodeContext context;
    private final @Nullable String device;

    private GenericJsonDecoder(JsonNode message, Mapping mapping, DecodeContext context) {
        this.message = message;
        this.mapping = mapping;
        this.context = context;
        this.device = device(message, mapping);
    }

    static DecodeResult decode(Message message, DecodeContext context) {
        JsonTree tree = JsonTree.value(message.payload());
        if (tree instanceof JsonTree.Refused refused) {
            return refused.refusal();
        }
        Map<String, String> broken = MappingRules.broken(context.options());
        Counts counts = Counts.of(context.options().get(Key.COUNTS.word()));
        if (!broken.isEmpty() || counts == null) {
            String first = broken.isEmpty()
                    ? Key.COUNTS.word() + " has no meaning that is known"
                    : broken.entrySet().stream()
                            .map(rule -> rule.getKey() + " " + rule.getValue())
                            .findFirst()
                            .orElseThrow();
            return new Rejected(Code.WRONG_FORMAT, "the mapping cannot be used: option " + first);
        }
        JsonNode root = ((JsonTree.Read) tree).root();
        return new GenericJsonDecoder(root, new Mapping(context.options(), counts), context).decode();
    }

    private DecodeResult decode() {
        Member whole = new Member("", message);
        if (holds(Key.OFFLINE_IF, whole)) {
            return Readings.of(device, List.of(Reading.of(new Fact.Offline())));
        }
        if (holds(Key.HEARTBEAT_IF, whole)) {
            return Readings.of(device, List.of(Reading.of(Fact.Heartbeat.BARE)));
        }
        ReadingList list = new ReadingList();
        Place each = mapping.place(Key.EACH);
        if (each == null) {
            read(whole, list);
            return list.result(device);
        }
        JsonNode members = each.in(message, whole);
        if (!members.isContainerNode() || members.size() > MOST_MEMBERS) {
            return new Rejected(
                    members.isMissingNode() ? Code.MISSING_FIELD : Code.WRONG_VALUE,
                    "each (" + Reason.shown(mapping.text(Key.EACH)) + ") must be an array or object with at most "
                            + MOST_MEMBERS + " members");
        }
        readAll(members, list);
        return list.result(device);
    }

    private void readAll(JsonNode members, ReadingList list) {
        if (members.isObject()) {
            members.properties().forEach(entry -> read(new Member(entry.getKey(), entry.getValue()), list));
        } else {
            int number = 0;
            for (JsonNode value : members) {
                read(new Member(Integer.toString(number++), value), list);
            }
        }
    }

    private void read(Member member, ReadingList list) {
        if (mapping.has(Key.ONLY_IF) && !holds(Key.ONLY_IF, member)) {
            return;
        }
        MappedFields fields = new MappedFields(mapping, message, member, context);
        Instant at = fields.time(Key.TIME);
        Fact fact = new MappedFacts(mapping, fields).fact();
        Rejected problem = fields.problem();
        if (problem != null) {
            String where = member.name().isEmpty() ? "" : "member " + Reason.shown(member.name()) + ": ";
            list.skip(problem.code(), where + problem.reason());
        } else if (fact != null) {
            String line = fields.textOrNull(Key.LINE);
            list.add(reading(fact, end(at, fields, fact), line == null ? "" : line, fields.textOrNull(Key.ID), member));
        }
    }

    /** A window that only says when it began ended a span later. */
    private @Nullable Instant end(@Nullable Instant at, MappedFields fields, Fact fact) {
        Instant start = fields.time(Key.START);
        return at == null && start != null && fact instanceof Fact.Crossing window && window.spanMillis() > 0
                ? start.plusMillis(window.spanMillis())
                : at;
    }

    private Reading reading(Fact fact, @Nullable Instant at, String line, @Nullable String id, Member member) {
        String key = null;
        if (id != null) {
            key = device + "|" + line + "|" + member.name() + "|id|" + id;
        } else if (at != null && fact instanceof Fact.Counter counter) {
            key = device + "|" + line + "|" + at + "|" + counter.inTotal() + "|" + counter.outTotal();
        } else if (at != null && fact instanceof Fact.Crossing window && window.kind() == Fact.Kind.INTERVAL) {
            key = device + "|" + line + "|" + at + "|" + window.in() + "|" + window.out();
        }
        return new Reading(fact, at, line, key);
    }

    private boolean holds(Key key, Member member) {
        Condition condition = mapping.condition(key);
        return condition != null && condition.holds(message, member);
    }

    private static @Nullable String device(JsonNode message, Mapping mapping) {
        Place place = mapping.place(Key.DEVICE);
        JsonNode found = place == null ? MissingNode.getInstance() : place.in(message, new Member("", message));
        String text = found.isValueNode() && !found.isNull() ? found.asText() : "";
        return text.isBlank() || text.length() > LONGEST_ID ? null : text;
    }
}
