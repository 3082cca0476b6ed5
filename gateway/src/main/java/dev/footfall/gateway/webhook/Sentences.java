package dev.footfall.gateway.webhook;

import dev.footfall.alert.Alert;
import dev.footfall.gateway.journal.AlertNews;
import dev.footfall.measurement.Scope;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Entrance;
import dev.footfall.store.StoreConfig.Zone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts exceptions into words: what, where, since when, how much, and whether it looks like a fault or real. */
final class Sentences {
    private final StoreConfig config;
    private final Words words;
    private final Numbers numbers;
    private final Telling telling;

    Sentences(StoreConfig config, String language) {
        this.config = config;
        this.words = Words.of(language);
        this.numbers =
                new Numbers(words, language, config.calendar(), config.store().currency());
        this.telling = new Telling(words, numbers);
    }

    Message of(AlertNews.Entry news) {
        Alert alert = news.alert().alert();
        String nature = nature(alert.kind());
        String title = words.text(
                "webhook." + news.event().wireName(),
                Map.of(
                        "nature",
                        words.text("nature." + nature),
                        "metric",
                        metric(alert),
                        "place",
                        place(alert.scope())));
        List<String> lines = new ArrayList<>();
        lines.add(howMuch(alert) + when(news.event(), alert));
        if (news.event() == AlertNews.Event.RAISED) {
            lines.add(words.text("nature." + nature + ".advice") + " " + telling.of(alert.why()));
        }
        lines.add(config.store().name());
        return new Message(title, lines, words.text("webhook.open"), news, 0);
    }

    /** That some were left out, for they are of long ago. */
    Message skipped(int count, Duration maxAge) {
        Map<String, String> values =
                Map.of("n", numbers.count(count), "hours", numbers.count(Math.max(1, maxAge.toHours())));
        String title = words.text(count == 1 ? "webhook.skipped.one" : "webhook.skipped", values);
        return new Message(title, List.of(config.store().name()), words.text("webhook.open"), null, count);
    }

    private static String nature(Alert.Kind kind) {
        return switch (kind) {
            case DATA_QUALITY -> "fault";
            case LIMIT -> "limit";
            case ANOMALY -> "real";
        };
    }

    private String metric(Alert alert) {
        String key = "metric." + alert.metric().wireName();
        return words.has(key) ? words.text(key) : alert.metric().wireName();
    }

    private String howMuch(Alert alert) {
        Double value = alert.value();
        String limits = limits(alert);
        String known = value == null ? words.text("tile.unknown") : numbers.value(alert.metric(), value);
        return limits.isEmpty() ? known : words.text("webhook.value", Map.of("value", known, "limits", limits));
    }

    private String limits(Alert alert) {
        String low = limit(alert, alert.low());
        String high = limit(alert, alert.high());
        if (!low.isEmpty() && !high.isEmpty()) {
            return words.text("exceptions.between", Map.of("low", low, "high", high));
        }
        if (!high.isEmpty()) {
            return words.text("exceptions.most", Map.of("high", high));
        }
        return low.isEmpty() ? "" : words.text("exceptions.least", Map.of("low", low));
    }

    private String limit(Alert alert, @Nullable Double limit) {
        return limit == null ? "" : numbers.value(alert.metric(), limit);
    }

    private String when(AlertNews.Event event, Alert alert) {
        String start = numbers.moment(alert.window().start());
        return switch (event) {
            case RAISED -> words.text("webhook.since", Map.of("start", start));
            case ENDED ->
                words.text(
                        "webhook.lasted",
                        Map.of(
                                "start",
                                start,
                                "end",
                                numbers.moment(alert.window().end())));
        };
    }

    private String place(Scope scope) {
        return switch (scope) {
            case Scope.Store store -> words.text("scope.store");
            case Scope.Entrance at ->
                config.entrances().stream()
                        .filter(entrance -> entrance.id().equals(at.id()))
                        .map(Entrance::name)
                        .findFirst()
                        .orElseGet(() -> unnamed("entrance", at.id()));
            case Scope.Zone in -> zone(in.id());
            case Scope.Line line -> unnamed("line", line.id());
            case Scope.Flow flow -> zone(flow.from()) + " → " + zone(flow.to());
            case Scope.CarPark park -> unnamed("car-park", park.id());
            case Scope.Sensor sensor -> unnamed("sensor", sensor.id());
        };
    }

    private String zone(String id) {
        return config.zones().stream()
                .filter(zone -> zone.id().equals(id))
                .map(Zone::name)
                .findFirst()
                .orElseGet(() -> unnamed("zone", id));
    }

    private String unnamed(String kind, String id) {
        return words.text("scope." + kind, Map.of("id", id));
    }
}
