package dev.footfall.simulator.device;

import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.simulator.visit.Parking;
import dev.footfall.simulator.visit.Parking.Car;
import java.util.Iterator;

/** A gate that tells each vehicle's way and plate. */
final class ParkingGate implements Device {
    private final Site site;
    private final Parking parking;
    private final String carPark;
    private final NativeWriter writer;

    ParkingGate(Site site, Parking parking, String carPark) {
        this.site = site;
        this.parking = parking;
        this.carPark = carPark;
        this.writer = new NativeWriter(site);
    }

    @Override
    public Iterator<SimulatedMessage> messages(DayPlan plan) {
        var outbox = new Outbox(site);
        writer.heartbeats(outbox, plan);
        int number = 0;
        for (Car car : parking.cars(plan, carPark)) {
            String id = plan.day().date() + "-" + number;
            number++;
            add(outbox, car.in(), "in", car.plate(), id + "-in");
            add(outbox, car.out(), "out", car.plate(), id + "-out");
        }
        return outbox.send();
    }

    private void add(Outbox outbox, long at, String direction, String plate, String id) {
        writer.add(outbox, at, "vehicle", out -> {
            out.writeStringField("direction", direction);
            out.writeStringField("plate", plate);
            out.writeStringField("id", id);
        });
    }
}
