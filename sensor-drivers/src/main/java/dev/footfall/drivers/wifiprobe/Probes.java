package dev.footfall.drivers.wifiprobe;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.ieee802.IgnoredAddresses;
import dev.footfall.drivers.ieee802.ProbeRequest;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the probe requests of one message. Frames of other kinds and fixed equipment are heard, but not handed on. */
final class Probes {
    private static final int NOTES_KEPT = 20;

    private final DecodeContext context;
    private final IgnoredAddresses ignored;
    private final ReadingList list = new ReadingList();
    private final List<String> heard = new ArrayList<>();

    Probes(DecodeContext context) {
        this.context = context;
        this.ignored = IgnoredAddresses.of(context.option(WifiProbeDriver.IGNORE, ""));
    }

    /** Takes one frame that stands alone. */
    void frame(byte[] frame, String name) {
        frame(frame, name, null, Fact.Sighting.NO_RSSI, 0);
    }

    /**
     * Takes one frame.
     *
     * @param name how messages call it
     * @param rssi signal told beside it, for a frame that does not say
     * @param channel channel told beside it, likewise
     */
    void frame(byte[] frame, String name, @Nullable Instant at, int rssi, int channel) {
        switch (ProbeRequest.in(frame)) {
            case ProbeRequest.Probe probe ->
                add(probe.request().transmitter(), probe.request().sighting(rssi, channel), at);
            case ProbeRequest.Other other -> heard(name + " is " + other.what() + " and no probe request");
            case ProbeRequest.Broken broken -> skip(name + " " + broken.why() + "; send whole probe requests");
        }
    }

    /** Takes a probe request of which only these facts were told. */
    void sighting(String transmitter, int rssi, int channel, int sequence, @Nullable Instant at) {
        add(transmitter, new Fact.Sighting(new Identity.Raw(transmitter), rssi, channel, sequence, 0), at);
    }

    private void add(String transmitter, Fact.Sighting sighting, @Nullable Instant at) {
        if (ignored.contains(transmitter)) {
            heard("fixed equipment by option " + WifiProbeDriver.IGNORE);
        } else {
            list.add(Reading.of(sighting, at));
        }
    }

    void heard(String what) {
        if (heard.size() < NOTES_KEPT && !heard.contains(what)) {
            heard.add(what);
        }
    }

    void skip(String reason) {
        list.skip(Code.WRONG_VALUE, reason);
    }

    void skip(Code code, String reason) {
        list.skip(code, reason);
    }

    /** A time as text, with an offset or in the store's zone; null if it is none. */
    @Nullable
    Instant time(String text) {
        return DeviceTime.inZone(text, context.zone(), context.receivedAt());
    }

    DecodeResult result(@Nullable String device) {
        boolean onlyHeard = list.isEmpty() && !heard.isEmpty();
        DecodeResult result = list.result(device);
        if (result instanceof Readings readings) {
            List<String> notes = new ArrayList<>(readings.skipped());
            notes.addAll(heard);
            return new Readings(device, readings.readings(), notes);
        }
        return onlyHeard ? new Readings(device, List.of(), heard) : result;
    }
}
