package dev.footfall.drivers.hikvision;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Digits;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.drivers.xml.XmlElement;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One {@code peopleCounting} element. Its {@code enter} and {@code exit} mean two different things by mode: totals since
 * the camera's zero ({@code realTime}) or the people of a window ({@code timeRange}, {@code signalTrigger}). Both come from
 * one camera and must never be mixed.
 */
final class Counting {
    /** Windows are at most an hour; a longer one is a clock that was set in between. */
    private static final Duration LONGEST = Duration.ofHours(25);

    private final Alert alert;
    private final XmlElement element;
    private @Nullable Rejected problem;

    Counting(Alert alert, XmlElement element) {
        this.alert = alert;
        this.element = element;
    }

    void decode(ReadingList list) {
        Mode mode = Mode.of(element);
        if (mode == null) {
            list.skip(
                    Code.MISSING_FIELD,
                    "peopleCounting has neither RealTime nor TimeRange; it cannot be told whether it is a total");
            return;
        }
        long most = mode == Mode.TOTAL ? Long.MAX_VALUE : Integer.MAX_VALUE;
        long enter = count("enter", "exit", most);
        long exit = count("exit", "enter", most);
        Reading reading = mode == Mode.TOTAL ? total(enter, exit) : window(enter, exit);
        if (problem == null) {
            list.add(reading);
        } else {
            list.skip(problem);
        }
    }

    private Reading total(long enter, long exit) {
        XmlElement realTime = element.child("RealTime");
        Instant at = time(realTime == null ? null : realTime.text("time"), alert.dateTime());
        String line = alert.line(element);
        Fact fact = problem == null ? Fact.Counter.of(enter, exit) : Fact.Heartbeat.BARE;
        return new Reading(fact, at, line, key(line, at, "|" + enter + "|" + exit));
    }

    private Reading window(long enter, long exit) {
        XmlElement range = element.child("TimeRange");
        String startText = range == null ? null : range.text("startTime");
        Instant start = startText == null ? null : read(startText);
        Instant end = time(range == null ? null : range.text("endTime"), alert.dateTime());
        String line = alert.line(element);
        Fact fact = problem == null
                ? Fact.Crossing.interval((int) enter, (int) exit, span(start, end))
                : Fact.Heartbeat.BARE;
        return new Reading(fact, end, line, key(line, start == null ? end : start, "|" + enter + "|" + exit));
    }

    private static long span(@Nullable Instant start, @Nullable Instant end) {
        if (start == null || end == null) {
            return 0;
        }
        Duration span = Duration.between(start, end);
        return span.isNegative() || span.compareTo(LONGEST) > 0 ? 0 : span.toMillis();
    }

    /** The counts are part of it, so that a camera whose clock stands still is not taken to repeat itself. */
    private @Nullable String key(String line, @Nullable Instant at, String counts) {
        return at == null ? null : alert.device() + "|" + line + "|" + at + counts;
    }

    /** A count of one direction; 0 if only the other is given. */
    private long count(String name, String other, long most) {
        String text = element.text(name);
        if (text == null) {
            if (element.text(other) == null) {
                note(Code.MISSING_FIELD, "peopleCounting has neither enter nor exit");
            }
            return 0;
        }
        long value = Digits.only(text, 18) ? Long.parseLong(text) : -1;
        if (value < 0 || value > most) {
            note(Code.WRONG_VALUE, Reason.of(name, text, "must be a whole number from 0 to " + most));
            return 0;
        }
        return value;
    }

    /** The first text that is a time; null if there is no text at all. */
    private @Nullable Instant time(@Nullable String text, @Nullable String otherwise) {
        Instant at = text == null ? null : read(text);
        if (at == null && otherwise != null) {
            at = read(otherwise);
        }
        String wrong = text == null ? otherwise : text;
        if (at == null && wrong != null) {
            note(Code.WRONG_VALUE, Reason.of("time", wrong, "must be a date and time; set the camera's clock"));
        }
        return at;
    }

    private @Nullable Instant read(String text) {
        DecodeContext context = alert.context();
        return context.option(HikvisionDriver.TRUST_LOCAL_TIME, "false").equals("true")
                ? DeviceTime.wallClock(text, context.zone(), context.receivedAt())
                : DeviceTime.inZone(text, context.zone(), context.receivedAt());
    }

    private void note(Code code, String reason) {
        if (problem == null) {
            problem = new Rejected(code, reason);
        }
    }

    private enum Mode {
        TOTAL,
        WINDOW;

        /** What the element says, else what it holds: the word is optional. */
        static @Nullable Mode of(XmlElement element) {
            String method = element.text("statisticalMethods");
            if ("realTime".equalsIgnoreCase(method)) {
                return TOTAL;
            }
            if ("timeRange".equalsIgnoreCase(method) || "signalTrigger".equalsIgnoreCase(method)) {
                return WINDOW;
            }
            return element.child("RealTime") != null ? TOTAL : element.child("TimeRange") != null ? WINDOW : null;
        }
    }
}
