package dev.footfall.simulator.device;

import dev.footfall.simulator.device.DoorCounter.Interval;
import dev.footfall.simulator.device.DoorCounter.Step;
import dev.footfall.simulator.visit.DayPlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * A Hikvision people counting camera: the count of each window (zeros too) and, if real time is switched on, the running
 * totals at each crossing. Posts XML over HTTP, or over MQTT where its configuration names a topic (a bridge, or the demo).
 */
final class HikvisionCamera implements Device {
    /** Windows that the camera's menu offers. */
    private static final List<Integer> WINDOW_MINUTES = List.of(60, 30, 20, 15, 10, 5, 1);

    private static final String FORM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <EventNotificationAlert version="1.0" xmlns="urn:psialliance-org">
            <ipAddress>192.168.1.64</ipAddress>
            <protocolType>HTTP</protocolType>
            <macAddress>%s</macAddress>
            <channelID>1</channelID>
            <dateTime>%s</dateTime>
            <activePostCount>1</activePostCount>
            <eventType>PeopleCounting</eventType>
            <eventState>active</eventState>
            <eventDescription>peopleCounting alarm</eventDescription>
            <channelName>Camera 01</channelName>
            <peopleCounting>
            <statisticalMethods>%s</statisticalMethods>
            %s
            <enter>%d</enter>
            <exit>%d</exit>
            <regionsID>1</regionsID>
            </peopleCounting>
            <childCounting>
            <enter>0</enter>
            <exit>0</exit>
            </childCounting>
            </EventNotificationAlert>
            """;

    private final DoorView view;
    private final DoorCounter counter;
    private final long windowMillis;

    /** @param window how long a window is at most; the camera takes the longest of its choices that fits */
    HikvisionCamera(DoorView view, Duration window) {
        this.view = view;
        this.counter = new DoorCounter(view.site());
        this.windowMillis = WINDOW_MINUTES.stream()
                        .filter(minutes -> minutes <= window.toMinutes())
                        .findFirst()
                        .orElse(1)
                * 60_000L;
    }

    @Override
    public Iterator<SimulatedMessage> messages(DayPlan plan) {
        var outbox = new Outbox(view.site());
        var counted = counter.count(plan, view.passages(plan), windowMillis);
        for (Step step : counted.steps()) {
            long at = step.passage().at();
            if (view.site().tellsCrossings(at)) {
                outbox.add(at, arrival -> message(arrival, realTime(step)));
            }
        }
        for (Interval interval : counted.intervals()) {
            outbox.add(interval.end(), arrival -> message(arrival, timeRange(interval)));
        }
        return outbox.send();
    }

    private SimulatedMessage message(long arrival, String xml) {
        Site site = view.site();
        Instant at = Instant.ofEpochMilli(arrival);
        byte[] payload = xml.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        if (site.sensor().match().topic() != null) {
            String topic = site.topic(site.id().value(), site.id().value(), "");
            return new SimulatedMessage(at, SimulatedMessage.MQTT, topic, null, payload, false);
        }
        String path = site.sensor().match().path();
        String address = path != null ? path : "/ingest/hikvision/" + site.id();
        return new SimulatedMessage(
                at, SimulatedMessage.HTTP, address, "application/xml; charset=\"UTF-8\"", payload, false);
    }

    private String timeRange(Interval interval) {
        String range = "<TimeRange>\n<startTime>" + time(interval.start()) + "</startTime>\n<endTime>"
                + time(interval.end()) + "</endTime>\n</TimeRange>";
        return form(
                interval.end(),
                "timeRange",
                range,
                interval.counts().in(),
                interval.counts().out());
    }

    private String realTime(Step step) {
        long at = step.passage().at();
        return form(
                at,
                "realTime",
                "<RealTime>\n<time>" + time(at) + "</time>\n</RealTime>",
                step.totalIn(),
                step.totalOut());
    }

    private String form(long at, String method, String when, long enter, long exit) {
        String device = view.site().sensor().match().device();
        String mac = device != null ? device : view.site().mac().toLowerCase(Locale.ROOT);
        return String.format(Locale.ROOT, FORM, mac, time(at), method, when, enter, exit);
    }

    private String time(long millis) {
        return Wire.TIME.format(view.site().localSeconds(millis));
    }
}
