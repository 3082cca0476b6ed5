package dev.footfall.gateway.webhook;

import dev.footfall.measurement.Metric;
import dev.footfall.time.StoreCalendar;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers and times as people of one language write them, like the kiosk's. */
final class Numbers {
    private static final double SHORT_STAY = 120;
    private static final double MINUTE = 60;

    private final Words words;
    private final StoreCalendar calendar;
    private final @Nullable String currency;
    private final Locale locale;
    private final DateTimeFormatter time;

    Numbers(Words words, String language, StoreCalendar calendar, @Nullable String currency) {
        this.words = words;
        this.calendar = calendar;
        this.currency = currency;
        boolean chinese = language.equals("zh");
        this.locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
        this.time = DateTimeFormatter.ofPattern(chinese ? "M月d日EEE HH:mm" : "EEE d MMM HH:mm", locale);
    }

    /** A moment on the store's clock. */
    String moment(Instant at) {
        return time.format(calendar.reading(at));
    }

    String clock(Instant at) {
        return calendar.clock(at).toString();
    }

    /** A value with what its metric is measured in. */
    String value(Metric metric, double value) {
        return switch (metric.unit()) {
            case "ratio" ->
                metric == Metric.HEAT_INDEX || metric == Metric.WIFI_RATIO ? plain(value, 2) : percent(value);
            case "seconds" -> stay(value);
            case "currency" -> money(value);
            default -> count(value);
        };
    }

    String count(double value) {
        return plain(value, 0);
    }

    private String percent(double ratio) {
        return NumberFormat.getPercentInstance(locale).format(ratio);
    }

    private String stay(double seconds) {
        return seconds < SHORT_STAY
                ? words.text("unit.second", Map.of("n", count(seconds)))
                : words.text("unit.minute", Map.of("n", plain(seconds / MINUTE, seconds < 10 * MINUTE ? 1 : 0)));
    }

    private String money(double amount) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        if (currency == null) {
            return plain(amount, 2);
        }
        format.setCurrency(Currency.getInstance(currency));
        return format.format(amount);
    }

    /** With at most so many digits behind the point. */
    String plain(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** The same with its sign, also of what is more. */
    String signed(double value, int digits) {
        return (value > 0 ? "+" : "") + plain(value, digits);
    }
}
