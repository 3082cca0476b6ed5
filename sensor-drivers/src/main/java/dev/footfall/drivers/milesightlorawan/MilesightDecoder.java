package dev.footfall.drivers.milesightlorawan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.lorawan.Frame;
import dev.footfall.drivers.lorawan.Uplink;
import dev.footfall.drivers.milesightlorawan.Element.Part;
import dev.footfall.observation.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Models share elements, and a stored record of one may look like another's. A frame is read as every model that explains
 * it; if they disagree about what it says, the owner is asked.
 */
final class MilesightDecoder {
    private static final int PORT = 85;
    private static final int ON_ITS_PORT = 92;
    private static final int ON_ANOTHER = 85;
    private static final int SELF_DESCRIPTION = 75;
    private static final int NOTHING_COUNTED = 62;
    /** Shorter frames explain themselves by chance. */
    private static final int LONG_ENOUGH = 5;

    private MilesightDecoder() {}

    static DecodeResult decode(Uplink uplink, DecodeContext context) {
        Frame frame = uplink.frame();
        JsonNode object = uplink.object();
        if (frame != null && frame.length() > 0) {
            DecodeResult result = frame(frame, uplink, context);
            // The bytes go first, for codecs differ in names; but a codec may know an element that we do not.
            boolean codecKnowsMore = result instanceof Rejected && object != null && MilesightObject.score(object) > 0;
            if (!codecKnowsMore) {
                return result;
            }
        }
        if (object != null) {
            return object(object, uplink, context);
        }
        return new Rejected(Code.MISSING_FIELD, uplink.described() + " says nothing");
    }

    private static DecodeResult object(JsonNode object, Uplink uplink, DecodeContext context) {
        boolean named = MilesightOptions.model(context, uplink.names()) != null;
        return uplink.device() != null || named || MilesightObject.score(object) > 0
                ? ObjectReport.of(object, uplink, context)
                : new Rejected(
                        Code.WRONG_FORMAT,
                        "the object has no field of a Milesight counter, such as people_in, total_in or line_1_total_in");
    }

    private static DecodeResult frame(Frame frame, Uplink uplink, DecodeContext context) {
        Model named = MilesightOptions.model(context, uplink.names());
        List<FrameWalk> walks = named != null ? List.of(FrameWalk.of(named, frame)) : best(frame);
        Map<List<Reading>, DecodeResult> results = new LinkedHashMap<>();
        Map<List<Reading>, Model> models = new LinkedHashMap<>();
        for (FrameWalk walk : walks) {
            DecodeResult result = new FrameReport(walk, uplink, context).result();
            List<Reading> said = result instanceof Readings readings ? readings.readings() : List.of();
            results.putIfAbsent(said, result);
            models.putIfAbsent(said, walk.model());
        }
        if (results.size() == 1) {
            return results.values().iterator().next();
        }
        String titles = models.values().stream().map(Model::title).collect(Collectors.joining(" or "));
        return new Rejected(
                Code.WRONG_FORMAT,
                uplink.described() + " may be of " + titles
                        + ", which read it differently; set the option model, or name the device profile after it");
    }

    /** The models that read furthest, those that explain the whole frame if any does. */
    private static List<FrameWalk> best(Frame frame) {
        List<FrameWalk> walks = Stream.of(Model.values())
                .map(model -> FrameWalk.of(model, frame))
                .toList();
        boolean any = walks.stream().anyMatch(FrameWalk::complete);
        int furthest = walks.stream().mapToInt(FrameWalk::end).max().orElse(0);
        return walks.stream()
                .filter(walk -> any ? walk.complete() : walk.end() == furthest)
                .toList();
    }

    static int score(Frame frame, int port) {
        List<FrameWalk> walks = best(frame).stream()
                .filter(walk -> walk.complete() && !walk.items().isEmpty())
                .toList();
        if (walks.stream().anyMatch(walk -> walk.counts() || walk.has(Part.FAULT))) {
            return port == PORT ? ON_ITS_PORT : ON_ANOTHER;
        }
        if (walks.stream().anyMatch(walk -> walk.has(Part.SERIAL))) {
            return SELF_DESCRIPTION;
        }
        return !walks.isEmpty() && frame.length() >= LONG_ENOUGH ? NOTHING_COUNTED : 0;
    }
}
