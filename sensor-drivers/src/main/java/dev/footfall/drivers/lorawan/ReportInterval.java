package dev.footfall.drivers.lorawan;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DriverOption;
import java.util.Locale;

/** How long a device counts before it reports: frames do not say, so the owner may. */
public final class ReportInterval {
    private static final String KEY = "report-interval";
    private static final long MOST_MINUTES = 24 * 60;

    /** For {@code SensorDriver.options()}. */
    public static final DriverOption OPTION = new DriverOption(
            KEY,
            null,
            java.util.List.of(),
            "Reporting interval set in the device, such as 10m or 1h; the people of a report then belong to that span"
                    + " before it, else to its moment.");

    private ReportInterval() {}

    /** Milliseconds; 0 if it is not given or is no duration of at most a day. */
    static long millis(DecodeContext context) {
        String text = context.option(KEY, "").strip().toLowerCase(Locale.ROOT);
        if (!text.matches("\\d{1,5}[smh]?")) {
            return 0;
        }
        char unit = text.charAt(text.length() - 1);
        long number = Long.parseLong(Character.isDigit(unit) ? text : text.substring(0, text.length() - 1));
        long seconds = number * (unit == 'h' ? 3600 : unit == 's' ? 1 : 60);
        return seconds > MOST_MINUTES * 60 ? 0 : seconds * 1000;
    }
}
