package dev.footfall.simulator.device;

import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Sensor;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a sensor with the {@code native} driver tells of the simulated store, as read from its configuration. */
enum Role {
    /** Has an entrance, or the store names neither entrances nor a floor plan: crossings. */
    DOOR,
    /** Has a car park: vehicles. */
    GATE,
    /** Has a position: radio sightings. */
    PROBES,
    /** Names zones: how many people are in them. */
    ZONES,
    /** Its id begins with {@code pos} or {@code till}: sales. */
    TILL,
    /** Its id begins with {@code loyalty}: cards of people who consented to being known again. */
    LOYALTY,
    /** Its id begins with {@code staff}: staff present. */
    STAFF,
    /** Nothing of the above: a tracker's positions. */
    TRACKER;

    /** Roles add up; a tracker is what is left. */
    static Set<Role> of(Sensor sensor, StoreConfig config) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        String id = sensor.id().value().toLowerCase(Locale.ROOT);
        addIf(sensor.entrance() != null, DOOR, roles);
        addIf(sensor.carPark() != null, GATE, roles);
        addIf(sensor.positionM() != null, PROBES, roles);
        addIf(!sensor.zones().isEmpty(), ZONES, roles);
        addIf(id.startsWith("pos") || id.startsWith("till"), TILL, roles);
        addIf(id.startsWith("loyalty"), LOYALTY, roles);
        addIf(id.startsWith("staff"), STAFF, roles);
        boolean onlyDoors = config.entrances().isEmpty() && config.floorPlan() == null;
        addIf(roles.isEmpty() && onlyDoors, DOOR, roles);
        addIf(roles.isEmpty(), TRACKER, roles);
        return roles;
    }

    private static void addIf(boolean condition, Role role, Set<Role> roles) {
        if (condition) {
            roles.add(role);
        }
    }
}
