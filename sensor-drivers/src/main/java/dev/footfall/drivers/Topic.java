package dev.footfall.drivers;

/** The levels of an address: MQTT topic or HTTP path. Drivers look at the last levels only, for prefixes are the owner's. */
public final class Topic {
    private Topic() {}

    /** The part after the last slash, all of it if there is none. */
    public static String lastLevel(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** The level before the last, empty if there is none. */
    public static String levelBeforeLast(String address) {
        int last = address.lastIndexOf('/');
        return last < 0 ? "" : lastLevel(address.substring(0, last));
    }

    /** True for an MQTT topic, false for an HTTP path or nothing. */
    public static boolean isMqtt(String address) {
        return !address.isEmpty() && address.charAt(0) != '/';
    }
}
