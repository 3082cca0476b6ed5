package dev.footfall.metrics.radio;

import dev.footfall.store.StoreConfig.Wifi;

/**
 * Where the bands and cuts lie.
 *
 * @param heardFrom weaker sightings, in dBm, are not taken into account
 * @param insideFrom a device heard at least once this strongly, in dBm, was inside
 * @param visitSeconds shorter stays inside bounced
 * @param engagedSeconds stays inside from this length on are more than a look
 * @param passSeconds how long a passer-by is taken to be in reach
 * @param staySeconds longer stays are staff and equipment
 */
record RadioSettings(
        int heardFrom, int insideFrom, double visitSeconds, double engagedSeconds, int passSeconds, int staySeconds) {
    private static final int PASS_SECONDS = 60;
    private static final int STAY_SECONDS = 4 * 3600;

    static RadioSettings of(Wifi wifi) {
        return new RadioSettings(
                wifi.ignoreBelowDbm(),
                wifi.insideFromDbm(),
                wifi.visitAfter().toMillis() / 1000.0,
                wifi.engagedAfter().toMillis() / 1000.0,
                PASS_SECONDS,
                STAY_SECONDS);
    }

    boolean isHeard(int rssi) {
        return rssi >= heardFrom;
    }

    boolean isInside(int rssi) {
        return rssi >= insideFrom;
    }
}
