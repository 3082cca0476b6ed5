package dev.footfall.drivers.milesightlorawan;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.lorawan.ReportInterval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the owner may say about a sensor. */
final class MilesightOptions {
    static final List<DriverOption> ALL = List.of(
            new DriverOption(
                    "model",
                    "auto",
                    List.of("auto", "vs121", "vs132", "vs133", "vs135", "vs330", "vs350", "vs351", "vs360"),
                    "The sensor's model; auto tells it by the device profile's name and the frame."),
            new DriverOption(
                    "use",
                    "zone",
                    List.of("zone", "bay"),
                    "What a VS330 watches: a room, given as zone presence with 0 or 1 people, or a parking bay."),
            ReportInterval.OPTION);

    private MilesightOptions() {}

    /** The model the owner or the server names, null if neither does. */
    static @Nullable Model model(DecodeContext context, String names) {
        Model chosen = Model.named(context.option("model", "auto"));
        return chosen != null ? chosen : Model.named(names);
    }

    static boolean isBay(DecodeContext context) {
        return context.option("use", "zone").equals("bay");
    }
}
