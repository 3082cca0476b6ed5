package dev.footfall.drivers.milesightlorawan;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.lorawan.Frame;
import dev.footfall.drivers.lorawan.Report;
import dev.footfall.drivers.lorawan.Uplink;
import dev.footfall.drivers.milesightlorawan.Element.Part;
import dev.footfall.drivers.milesightlorawan.FrameWalk.Item;
import dev.footfall.drivers.time.DeviceTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a frame, read as one model's, says. */
final class FrameReport {
    /** Counters of one line come as two elements. */
    private record LineAt(int line, long epoch) {}

    private final FrameWalk walk;
    private final Frame frame;
    private final Report report;
    private final boolean bay;
    private final @Nullable Instant now;
    private final Map<LineAt, long[]> totals = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    FrameReport(FrameWalk walk, Uplink uplink, DecodeContext context) {
        this.walk = walk;
        this.frame = walk.frame();
        this.report = new Report(uplink, context);
        this.bay = MilesightOptions.isBay(context);
        this.now = walk.items().stream()
                .filter(item -> item.element().part() == Part.TIMESTAMP)
                .map(item -> DeviceTime.epochMillis(frame.u32le(item.at()) * 1000))
                .findFirst()
                .orElse(null);
        walk.items().stream()
                .filter(item -> item.element().part() == Part.SERIAL)
                .forEach(item ->
                        report.device(frame.hex(item.at(), item.element().length())));
    }

    DecodeResult result() {
        for (Item item : walk.items()) {
            date(item.epoch());
            say(item.element(), item.at(), item.epoch());
        }
        totals.forEach(this::sayTotal);
        if (walk.trouble() != null) {
            report.skip(Code.WRONG_VALUE, walk.trouble());
            return report.result();
        }
        return report.heard(remarks.toArray(String[]::new));
    }

    private void date(long epoch) {
        report.stored(epoch >= 0);
        report.at(epoch >= 0 ? DeviceTime.epochMillis(epoch * 1000) : now);
    }

    private void say(Element element, int at, long epoch) {
        String line = Integer.toString(element.index());
        switch (element.part()) {
            case NOW -> report.level("all", frame.u8(at));
            case PERIOD -> report.interval(line, frame.u16le(at), frame.u16le(at + 2));
            case EVENT -> report.event(line, frame.u16le(at), frame.u16le(at + 2));
            case TOTAL -> report.total(line, frame.u16le(at), frame.u16le(at + 2), Report.BITS_16);
            case PERIOD_AND_TOTAL -> {
                report.interval(line, frame.u16le(at), frame.u16le(at + 2));
                report.total(line, frame.u16le(at + 4), frame.u16le(at + 6), Report.BITS_16);
            }
            case TOTAL_IN -> pair(element, epoch)[0] = frame.u32le(at);
            case TOTAL_OUT -> pair(element, epoch)[1] = frame.u32le(at);
            case REGIONS -> regions(element, at);
            case OCCUPIED -> occupied(frame.u8(at));
            case BATTERY -> report.battery(frame.u8(at));
            case FAULT -> remarks.add(fault(element, at));
            case OTHER, SERIAL, TIMESTAMP, HISTORY -> {}
        }
    }

    private long[] pair(Element element, long epoch) {
        return totals.computeIfAbsent(new LineAt(element.index(), epoch), none -> new long[] {-1, -1});
    }

    /**
     * A frame too short for all of its line may hold one direction only. Beside the line's period it adds nothing, and as a
     * counter it would look as if the other direction had begun again.
     */
    private void sayTotal(LineAt place, long[] pair) {
        boolean half = pair[0] < 0 || pair[1] < 0;
        if (half && hasPeriod(place)) {
            remarks.add("line " + place.line() + " has a total for one direction only, beside its period");
            return;
        }
        date(place.epoch());
        report.total(Integer.toString(place.line()), Math.max(0, pair[0]), Math.max(0, pair[1]), Report.BITS_32);
    }

    private boolean hasPeriod(LineAt place) {
        return walk.items().stream()
                .anyMatch(item -> item.element().part() == Part.PERIOD
                        && item.element().index() == place.line()
                        && item.epoch() == place.epoch());
    }

    private void regions(Element element, int at) {
        for (int i = 0; i < element.length(); i++) {
            report.level("region-" + (element.index() + i), frame.u8(at + i));
        }
    }

    private void occupied(int state) {
        if (state > 1) {
            remarks.add("occupancy [" + state + "] is neither 0 (vacant) nor 1 (occupied)");
        } else if (bay) {
            report.bay("", state == 1);
        } else {
            report.level("presence", state);
        }
    }

    private String fault(Element element, int at) {
        if (element.length() == 3) {
            return frame.u8(at + 2) == 0 ? "the device sees freely again" : "the device reports that it is covered";
        }
        String what = switch (frame.u8(at)) {
            case 0 -> "counting anomaly";
            case 1 -> "node without response";
            case 2 -> "devices misaligned";
            default -> String.format(Locale.ROOT, "event %d", frame.u8(at));
        };
        return "the device reports: " + what + (frame.u8(at + 1) == 0 ? ", released" : "");
    }
}
