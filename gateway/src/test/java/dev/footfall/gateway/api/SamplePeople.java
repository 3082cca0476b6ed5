package dev.footfall.gateway.api;

import dev.footfall.gateway.access.Role;
import dev.footfall.gateway.access.Staff;
import dev.footfall.gateway.access.Visitor;
import java.util.Map;
import java.util.Optional;

/** People with PINs, as a users' file would name them. */
final class SamplePeople {
    static final String MANAGER = "Li Wei";
    static final String TECHNICIAN = "Ann";
    static final String PIN = "246810";

    static final Staff STAFF = (name, pin) -> Optional.ofNullable(
                    Map.of(MANAGER, Role.MANAGER, TECHNICIAN, Role.TECHNICIAN).get(name))
            .filter(role -> pin.equals(PIN))
            .map(role -> new Visitor(name, role));

    private SamplePeople() {}
}
