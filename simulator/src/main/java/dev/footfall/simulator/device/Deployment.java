package dev.footfall.simulator.device;

import dev.footfall.observation.SensorId;
import dev.footfall.simulator.device.CameraView.Watched;
import dev.footfall.simulator.floor.Floor;
import dev.footfall.simulator.floor.Floor.Area;
import dev.footfall.simulator.floor.Shape;
import dev.footfall.simulator.visit.Loyalty;
import dev.footfall.simulator.visit.Parking;
import dev.footfall.simulator.visit.Staff;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.CarPark;
import dev.footfall.store.StoreConfig.Point;
import dev.footfall.store.StoreConfig.Sensor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which devices watch what. Nobody is seen twice: sensors at one entrance share its leaves (backups watch it once more),
 * trackers share the floor in upright stripes and do not see into zones that a camera or a zone counter watches.
 */
public final class Deployment {
    private static final Set<String> DRIVERS = Set.of("native", "milesight-ip", "hikvision", "frigate", "tasmota");
    private static final String NATIVE = "native";
    private static final String FRIGATE = "frigate";
    private static final double BEYOND_PLAN_M = 10;

    private final StoreConfig config;
    private final Floor floor;
    private final double arrivalsPerHour;
    private final List<Sensor> simulated;

    public Deployment(StoreConfig config, Floor floor, double arrivalsPerHour) {
        this.config = config;
        this.floor = floor;
        this.arrivalsPerHour = arrivalsPerHour;
        this.simulated = config.sensors().stream()
                .filter(sensor -> DRIVERS.contains(sensor.driver()))
                .toList();
    }

    /** True if a sensor reads loyalty cards. */
    public boolean readsCards() {
        return simulated.stream()
                .anyMatch(sensor -> sensor.driver().equals(NATIVE)
                        && Role.of(sensor, config).contains(Role.LOYALTY));
    }

    /** Sensors whose format is not simulated. */
    public List<SensorId> notSimulated() {
        return config.sensors().stream()
                .filter(sensor -> !simulated.contains(sensor))
                .map(Sensor::id)
                .toList();
    }

    /**
     * New devices, all installed at the given moment, in the configuration's order.
     *
     * @param crossingsSince from when on ready-made door counters tell single crossings besides their intervals
     */
    public List<Device> devices(long seed, Faults faults, Instant installed, Instant crossingsSince) {
        List<Device> devices = new ArrayList<>();
        for (Sensor sensor : simulated) {
            // a site of its own for every device: the site keeps the order of what its device sends
            Supplier<Site> site =
                    () -> new Site(sensor, config.store().timeZone(), seed, faults, installed, crossingsSince);
            if (sensor.driver().equals(NATIVE)) {
                Role.of(sensor, config).forEach(role -> devices.add(nativeDevice(role, site.get(), seed)));
            } else if (sensor.driver().equals(FRIGATE)) {
                devices.add(new FrigateCamera(site.get(), new CameraView(watched(sensor))));
            } else {
                devices.add(doorDevice(door(site.get())));
            }
        }
        return devices;
    }

    private static Device doorDevice(DoorView view) {
        Sensor sensor = view.site().sensor();
        return switch (sensor.driver()) {
            case "milesight-ip" -> new MilesightCounter(view);
            case "hikvision" -> new HikvisionCamera(view, sensor.expectEvery());
            default -> new TasmotaDoor(view);
        };
    }

    private Device nativeDevice(Role role, Site site, long seed) {
        Sensor sensor = site.sensor();
        return switch (role) {
            case DOOR -> new NativeDoor(door(site));
            case GATE -> gate(site, parking(seed));
            case PROBES -> new ProbeListener(site, place(sensor));
            case ZONES -> new ZoneCounter(site, watched(sensor));
            case TILL -> new Till(site);
            case LOYALTY -> new CardReader(site, new Loyalty(seed));
            case STAFF -> new StaffRota(site, new Staff(config.calendar(), arrivalsPerHour));
            case TRACKER -> tracker(site);
        };
    }

    private static String name(@Nullable String id) {
        return id == null ? "" : id;
    }

    private static Point place(Sensor sensor) {
        Point position = sensor.positionM();
        return position == null ? new Point(0, 0) : position;
    }

    private Parking parking(long seed) {
        return new Parking(seed, config.carParks().stream().map(CarPark::id).toList());
    }

    private DoorView door(Site site) {
        String entrance = name(site.sensor().entrance());
        List<Sensor> sharing = simulated.stream()
                .filter(sensor -> isDoor(sensor)
                        && entrance.equals(name(sensor.entrance()))
                        && isBackup(sensor) == isBackup(site.sensor()))
                .toList();
        return new DoorView(site, entrance, sharing.indexOf(site.sensor()), sharing.size());
    }

    /** Gates of one car park are its lanes: each sees the vehicles that use it. */
    private ParkingGate gate(Site site, Parking parking) {
        String carPark = name(site.sensor().carPark());
        List<Sensor> lanes = simulated.stream()
                .filter(sensor -> sensor.driver().equals(NATIVE) && carPark.equals(name(sensor.carPark())))
                .toList();
        return new ParkingGate(site, parking, carPark, lanes.indexOf(site.sensor()), lanes.size());
    }

    private boolean isDoor(Sensor sensor) {
        return switch (sensor.driver()) {
            case FRIGATE -> false;
            case NATIVE -> Role.of(sensor, config).contains(Role.DOOR);
            default -> true;
        };
    }

    /** A backup watches the whole door once more; the gateway does not add it to the others. */
    private static boolean isBackup(Sensor sensor) {
        return "backup".equals(sensor.options().get("role"));
    }

    /** The zones a sensor names, or all zones under their own names if it names none. */
    private List<Watched> watched(Sensor sensor) {
        if (sensor.zones().isEmpty()) {
            return floor.areas().stream()
                    .map(area -> new Watched(area, area.id()))
                    .toList();
        }
        List<Watched> watched = new ArrayList<>();
        for (Area area : floor.areas()) {
            sensor.zones().entrySet().stream()
                    .filter(entry -> entry.getValue().equals(area.id()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .forEach(name -> watched.add(new Watched(area, name)));
        }
        return watched;
    }

    private CeilingTracker tracker(Site site) {
        List<Sensor> trackers = simulated.stream()
                .filter(sensor -> sensor.driver().equals(NATIVE)
                        && Role.of(sensor, config).contains(Role.TRACKER))
                .toList();
        int index = trackers.indexOf(site.sensor());
        int last = trackers.size() - 1;
        double stripe = floor.widthM() / trackers.size();
        Shape covered = Shape.rectangle(
                index == 0 ? -BEYOND_PLAN_M : index * stripe,
                -BEYOND_PLAN_M,
                index == last ? floor.widthM() + BEYOND_PLAN_M : (index + 1) * stripe,
                floor.heightM() + BEYOND_PLAN_M);
        List<Shape> hidden = simulated.stream()
                .filter(sensor -> sensor.driver().equals(FRIGATE)
                        || (sensor.driver().equals(NATIVE)
                                && Role.of(sensor, config).contains(Role.ZONES)))
                .flatMap(sensor -> watched(sensor).stream())
                .map(zone -> zone.area().shape())
                .toList();
        return new CeilingTracker(site, covered, hidden);
    }
}
