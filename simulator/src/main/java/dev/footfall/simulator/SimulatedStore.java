package dev.footfall.simulator;

import dev.footfall.simulator.device.Deployment;
import dev.footfall.simulator.floor.Floor;
import dev.footfall.simulator.visit.TrafficProfile;
import dev.footfall.store.StoreConfig;

/**
 * A store to simulate: its configuration, which says what there is and which devices watch it, and its traffic.
 *
 * @param config the store as the gateway knows it
 * @param profile how many people come and what they do
 * @param staff how many people work there at once and walk about
 */
public record SimulatedStore(StoreConfig config, TrafficProfile profile, int staff) {
    private static final double ARRIVALS_PER_HOUR_AND_M2 = 0.12;
    private static final double FEWEST_ARRIVALS = 20;
    private static final double MOST_ARRIVALS = 300;

    /** A store of visitors only. */
    public SimulatedStore(StoreConfig config, TrafficProfile profile) {
        this(config, profile, 0);
    }

    /** The same with so many people who work there at once. */
    public SimulatedStore withStaff(int people) {
        return new SimulatedStore(config, profile, people);
    }

    /** A configured store with traffic that suits its size. */
    public static SimulatedStore from(StoreConfig config) {
        Floor floor = Floor.of(config);
        Double stated = config.store().floorAreaM2();
        double area = stated == null ? floor.widthM() * floor.heightM() : stated;
        return withArrivals(config, Math.clamp(area * ARRIVALS_PER_HOUR_AND_M2, FEWEST_ARRIVALS, MOST_ARRIVALS));
    }

    /** A configured store with so many people per open hour of an average day. */
    public static SimulatedStore withArrivals(StoreConfig config, double arrivalsPerHour) {
        return new SimulatedStore(config, TrafficProfile.shop(arrivalsPerHour));
    }

    public Floor floor() {
        return Floor.of(config);
    }

    public Deployment deployment() {
        return new Deployment(config, floor(), profile.arrivalsPerHour());
    }
}
