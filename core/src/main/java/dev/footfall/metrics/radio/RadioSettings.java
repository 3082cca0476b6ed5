package dev.footfall.metrics.radio;

/**
 * Where the bands and cuts lie.
 *
 * @param heardFrom weaker sightings, in dBm, are not taken into account
 * @param insideFrom a device heard at least once this strongly, in dBm, was inside
 * @param visitSeconds shorter stays inside bounced
 * @param passSeconds how long a passer-by is taken to be in reach
 * @param staySeconds longer stays are staff and equipment
 */
record RadioSettings(int heardFrom, int insideFrom, int visitSeconds, int passSeconds, int staySeconds) {
    static final RadioSettings DEFAULT = new RadioSettings(-85, -70, 120, 60, 4 * 3600);

    boolean isHeard(int rssi) {
        return rssi >= heardFrom;
    }

    boolean isInside(int rssi) {
        return rssi >= insideFrom;
    }
}
