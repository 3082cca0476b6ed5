package dev.footfall.drivers.lorawan;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.ReadingList;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what one uplink says, dated and keyed. Facts have the server's time of reception unless the device itself gives
 * a time; then it also makes the key, so that a record sent again later is known. Not thread-safe; one per message.
 */
public final class Report {
    /** Modulus of a 16-bit counter. */
    public static final long BITS_16 = 1L << 16;

    /** Modulus of a 32-bit counter. */
    public static final long BITS_32 = 1L << 32;

    private final Uplink uplink;
    private final long spanMillis;
    private final ReadingList list = new ReadingList();
    private @Nullable String device;
    private @Nullable String key;
    private @Nullable Instant deviceTime;
    private double battery = Double.NaN;
    private boolean stored;

    public Report(Uplink uplink, DecodeContext context) {
        this.uplink = uplink;
        this.spanMillis = ReportInterval.millis(context);
        this.device = uplink.device();
        this.key = uplink.key();
    }

    /** The device's own id in the frame; the server's goes first. */
    public void device(String id) {
        device = device == null ? id : device;
    }

    /** What identifies the frame by its content, for frames without envelope. */
    public void key(String words) {
        key = key == null ? words : key;
    }

    /** The device's time of what follows. */
    public void at(@Nullable Instant time) {
        deviceTime = time;
    }

    /** What follows was stored in the device and says nothing about now. */
    public void stored(boolean record) {
        stored = record;
    }

    /** Percent. */
    public void battery(double percent) {
        battery = percent >= 0 && percent <= 100 ? percent : battery;
    }

    /** People since the report before. */
    public void interval(String line, long in, long out) {
        add(Fact.Crossing.interval((int) in, (int) out, spanMillis), line, "period|" + in + "|" + out);
    }

    /** People at this moment. */
    public void event(String line, long in, long out) {
        add(Fact.Crossing.event((int) in, (int) out), line, "event|" + in + "|" + out);
    }

    /** A cumulative counter of both directions, with its modulus. A new session after a drop is a restart. */
    public void total(String line, long in, long out, long width) {
        String boot = stored ? null : uplink.session();
        add(new Fact.Counter(in, out, boot, width, -1, true), line, "total|" + in + "|" + out);
    }

    /** A cumulative counter that cannot tell directions, with its modulus. */
    public void breaks(long total, long width) {
        breaks("", total, width);
    }

    /** The same, of one of several. */
    public void breaks(String line, long total, long width) {
        add(new Fact.Counter(total, 0, uplink.session(), width, -1, false), line, "total|" + total);
    }

    /** People, or one presence, in a place now. */
    public void level(String zone, long count) {
        add(new Fact.ZoneLevel(zone, (int) count), zone, "level|" + count);
    }

    /** A parking bay, under its own name or the device's. */
    public void bay(String name, boolean occupied) {
        String bay = !name.isEmpty() ? name : device == null ? "bay" : device;
        add(new Fact.Bay(bay, occupied), "", "bay|" + occupied);
    }

    private void add(Fact fact, String line, String words) {
        Instant at = deviceTime != null ? deviceTime : uplink.time();
        list.add(new Reading(fact, at, line, key(line, words)));
    }

    private @Nullable String key(String line, String words) {
        if (deviceTime != null) {
            return device == null ? null : device + "|" + deviceTime + "|" + line + "|" + words;
        }
        return key == null ? null : key + "|" + line + "|" + words;
    }

    /** Leaves a part out, with the reason. */
    public void skip(Code code, String reason) {
        list.skip(code, reason);
    }

    /** Leaves a part out, with the reason. */
    public void skip(Rejected part) {
        list.skip(part);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /**
     * A sign of life, for an uplink that has nothing to count, with reasons that are worth a technician's attention but no
     * refusal.
     */
    public DecodeResult heard(String... remarks) {
        if (list.isEmpty()) {
            Reading life = new Reading(
                    new Fact.Heartbeat(-1, battery), uplink.time(), "", key == null ? null : key + "|heartbeat");
            list.add(life);
        }
        for (String remark : remarks) {
            list.skip(Code.WRONG_VALUE, remark);
        }
        return list.result(device);
    }

    /** All that was said; refused if it was meant to say something and nothing of it was right. */
    public DecodeResult result() {
        return list.result(device);
    }
}
