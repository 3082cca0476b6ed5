package dev.footfall.drivers.probecsv;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.ieee802.Channels;
import dev.footfall.drivers.ieee802.ElementList;
import dev.footfall.drivers.ieee802.IgnoredAddresses;
import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text to sightings, one a row. Names of networks and the people counted by hand are not read. */
final class ProbeRows {
    private static final int SURE = 90;
    private static final int FEWEST = 9;
    private static final int LONGEST_LINE = 4096;

    private final DecodeContext context;
    private final IgnoredAddresses ignored;
    private final ReadingList list = new ReadingList();
    private Columns columns = Columns.documented();
    private boolean heard;

    private ProbeRows(DecodeContext context) {
        this.context = context;
        this.ignored = IgnoredAddresses.of(context.option(ProbeCsvDriver.IGNORE, ""));
    }

    static DecodeResult decode(byte[] payload, DecodeContext context) {
        Rejected tooLarge = PayloadLimit.refusal(payload);
        if (tooLarge != null) {
            return tooLarge;
        }
        ProbeRows rows = new ProbeRows(context);
        String[] lines = text(payload, payload.length).split("\\r?\\n", -1);
        for (int i = 0; i < lines.length; i++) {
            rows.line(lines[i], i + 1);
        }
        boolean nothing = rows.list.isEmpty() && !rows.heard;
        DecodeResult result = rows.list.result(null);
        return nothing && result instanceof Readings ? notRows() : result;
    }

    /** 90 if the first row is a heading of this format or has a time, two addresses and a signal at their places. */
    static int score(byte[] payload) {
        if (payload.length < 20 || payload.length > PayloadLimit.BYTES) {
            return 0;
        }
        String first = text(payload, Math.min(payload.length, LONGEST_LINE))
                .strip()
                .lines()
                .findFirst()
                .orElse("");
        if (!first.contains(";")) {
            return 0;
        }
        if (Columns.heading(first) != null) {
            return SURE;
        }
        List<String> row = Columns.split(first);
        Columns columns = Columns.documented();
        boolean fits = row.size() >= FEWEST
                && MacAddress.normalise(columns.value(row, "src")) != null
                && MacAddress.normalise(columns.value(row, "dst")) != null
                && signal(columns.value(row, "rssi")) != Fact.Sighting.NO_RSSI;
        return fits ? SURE : 0;
    }

    private void line(String line, int number) {
        if (line.isBlank()) {
            return;
        }
        Columns heading = Columns.heading(line);
        if (heading != null) {
            columns = heading;
            heard = true;
            return;
        }
        List<String> row = Columns.split(line);
        if (row.size() < 2) {
            list.skip(Code.WRONG_FORMAT, "line " + number + " has no semicolons; send rows datetime;dst;src;…");
            return;
        }
        row(row, "line " + number);
    }

    private void row(List<String> row, String name) {
        String source = MacAddress.normalise(columns.value(row, "src"));
        if (source == null || !MacAddress.isOneDevice(source)) {
            list.skip(Code.WRONG_VALUE, name + ": src must be the 12 hex digits of one device");
            return;
        }
        String signal = columns.value(row, "rssi");
        int rssi = signal(signal);
        if (rssi == Fact.Sighting.NO_RSSI && !signal.isEmpty()) {
            list.skip(Code.WRONG_VALUE, name + ": " + Reason.of("rssi", signal, "must be a whole number of dBm"));
            return;
        }
        String time = columns.value(row, "datetime");
        Instant at = DeviceTime.inZone(time, context.zone(), context.receivedAt());
        if (at == null && !time.isEmpty()) {
            list.skip(Code.WRONG_VALUE, name + ": " + Reason.of("datetime", time, "must be a date and time"));
            return;
        }
        heard = true;
        if (!ignored.contains(source)) {
            list.add(Reading.of(sighting(row, source, rssi), at));
        }
    }

    private Fact.Sighting sighting(List<String> row, String source, int rssi) {
        int sequence = whole(columns.value(row, "seq_num"), 0, 4095, -1);
        int channel = Channels.ofFrequency(whole(columns.value(row, "ch_freq"), 0, 10_000, 0));
        long fingerprint = ElementList.fingerprint(columns.value(row, "dot11elt"), columns.value(row, "oui"));
        return new Fact.Sighting(new Identity.Raw(source), rssi, channel, sequence, fingerprint);
    }

    private static int signal(String text) {
        return whole(text, -127, 20, Fact.Sighting.NO_RSSI);
    }

    private static int whole(String text, int least, int most, int otherwise) {
        Double number = number(text);
        return number == null || number < least || number > most ? otherwise : (int) Math.round(number);
    }

    private static @Nullable Double number(String text) {
        try {
            return text.isEmpty() || text.length() > 20 ? null : Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static String text(byte[] payload, int length) {
        String text = new String(payload, 0, length, StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Rejected notRows() {
        return new Rejected(
                Code.WRONG_FORMAT, "the payload has no rows; send lines datetime;dst;src;… separated by semicolons");
    }
}
