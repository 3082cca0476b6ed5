package dev.footfall.drivers.meraki;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.ieee802.IgnoredAddresses;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * The owner's settings.
 *
 * @param secret what the body must hold, empty if anything will do
 * @param noiseFloor dBm to which version 2 refers its signals
 */
record MerakiOptions(String secret, int noiseFloor, IgnoredAddresses ignored) {
    static final String VALIDATOR = "validator";
    static final String NOISE_FLOOR = "noise-floor";
    static final String IGNORE = "ignore";
    static final String USUAL_FLOOR = "-95";

    static final List<DriverOption> ALL = List.of(
            new DriverOption(
                    VALIDATOR, null, List.of(), "The validator of the dashboard, with which a GET is answered."),
            new DriverOption(
                    DriverOption.SECRET,
                    null,
                    List.of(),
                    "The shared secret of the dashboard; messages with another are refused."),
            new DriverOption(
                    NOISE_FLOOR,
                    USUAL_FLOOR,
                    List.of(),
                    "Noise floor in dBm, to which version 2 refers its positive WiFi signals."),
            new DriverOption(
                    IGNORE,
                    "",
                    List.of(),
                    "Addresses of fixed equipment, or their beginnings, separated by commas; they are not handed on."));

    static MerakiOptions of(DecodeContext context) {
        String floor = context.option(NOISE_FLOOR, USUAL_FLOOR);
        return new MerakiOptions(
                context.option(DriverOption.SECRET, ""),
                Integer.parseInt(isFloor(floor) ? floor : USUAL_FLOOR),
                IgnoredAddresses.of(context.option(IGNORE, "")));
    }

    static boolean isFloor(String text) {
        return text.matches("-(1[01]\\d|120|[6-9]\\d)");
    }

    /** True if a message with this secret is to be believed. Takes the same time for any wrong one. */
    boolean accepts(String offered) {
        return secret.isEmpty()
                || MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }
}
