package dev.footfall.simulator.device;

import dev.footfall.observation.SensorId;
import dev.footfall.simulator.chance.Dice;
import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.store.StoreConfig.Sensor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What a device knows of its place: its configuration, its seed, its clock and its network. Used by one thread.
 */
final class Site {
    private static final long FASTEST_MILLIS = 20;
    private static final double MEAN_EXTRA_MILLIS = 60;
    private static final double MOST_EXTRA_MILLIS = 700;

    private final Sensor sensor;
    private final ZoneId zone;
    private final long seed;
    private final Faults faults;
    private final long installed;
    private final long crossingsSince;
    private final Dice network;
    private long lastArrival = Long.MIN_VALUE;

    /**
     * @param installed when the device was started, unless a fault restarts it
     * @param crossingsSince from when on a door counter tells single crossings besides its intervals
     */
    Site(Sensor sensor, ZoneId zone, long seed, Faults faults, Instant installed, Instant crossingsSince) {
        this.sensor = sensor;
        this.zone = zone;
        this.seed = seed;
        this.faults = faults;
        this.installed = installed.toEpochMilli();
        this.crossingsSince = crossingsSince.toEpochMilli();
        this.network = Dice.of(seed, "network " + sensor.id(), 0);
    }

    Sensor sensor() {
        return sensor;
    }

    SensorId id() {
        return sensor.id();
    }

    Faults faults() {
        return faults;
    }

    ZoneId zone() {
        return zone;
    }

    /** The device's chance for one purpose on one day. */
    Dice dice(String purpose, long epochDay) {
        return Dice.of(seed, purpose + " " + sensor.id(), epochDay);
    }

    /** True if the gateway is told to swap the device's in and out, so that the device must say them swapped. */
    boolean mountedReversed() {
        boolean inverted = Boolean.parseBoolean(sensor.options().getOrDefault("invert", "false"));
        boolean linesInverted = sensor.options().containsKey("invert-lines");
        return inverted != linesInverted;
    }

    /** True if the device is dead from the day's beginning to its end. */
    boolean deadAllDay(DayPlan plan) {
        return faults.deadThroughout(sensor.id(), plan.day().window());
    }

    boolean dead(long millis) {
        return faults.dead(sensor.id(), millis);
    }

    boolean tellsCrossings(long millis) {
        return millis >= crossingsSince;
    }

    /** Whole seconds since the device last started. */
    long uptimeSeconds(long millis) {
        return (millis - faults.startedBefore(sensor.id(), millis, installed)) / 1000;
    }

    /** Identifies the device's run: when it last started. */
    long startedBefore(long millis) {
        return faults.startedBefore(sensor.id(), millis, installed);
    }

    /** When a message sent now arrives, at least a millisecond after the one before it. */
    long arrival(long sent) {
        long extra = (long) Math.min(MOST_EXTRA_MILLIS, network.exponential(MEAN_EXTRA_MILLIS));
        lastArrival = Math.max(lastArrival + 1, sent + FASTEST_MILLIS + extra);
        return lastArrival;
    }

    /** The moment as the device's clock shows it, in the store's zone. */
    OffsetDateTime local(long millis) {
        return Instant.ofEpochMilli(faults.clock(sensor.id(), millis))
                .atZone(zone)
                .toOffsetDateTime();
    }

    /** As {@link #local}, to the second. */
    OffsetDateTime localSeconds(long millis) {
        return local(millis).truncatedTo(ChronoUnit.SECONDS);
    }

    boolean daylightSaving(long millis) {
        return zone.getRules().isDaylightSavings(Instant.ofEpochMilli(millis));
    }

    long clock(long millis) {
        return faults.clock(sensor.id(), millis);
    }

    /** An invented hardware address, always the same for the sensor. */
    String mac() {
        long bits = Dice.of(0, "hardware " + sensor.id(), 0).bits();
        return String.format(Locale.ROOT, "24:E1:24:%02X:%02X:%02X", bits & 0xFF, bits >> 8 & 0xFF, bits >> 16 & 0xFF);
    }

    /** The configured device id, else an invented serial number, always the same for the sensor. */
    String serial() {
        String device = sensor.match().device();
        long bits = Dice.of(0, "serial " + sensor.id(), 0).bits();
        return device != null ? device : String.format(Locale.ROOT, "6%011X", bits & 0xFFFFFFFFFFFL);
    }

    /** The configured topic with its wildcards filled in, or {@code otherwise} if there is none. */
    String topic(String plus, String hash, String otherwise) {
        String filter = sensor.match().topic();
        return filter == null ? otherwise : filter.replace("+", plus).replace("#", hash);
    }
}
