package dev.footfall.gateway.api;

import dev.footfall.gateway.access.Attempts;
import dev.footfall.gateway.access.Sessions;
import dev.footfall.gateway.access.Staff;
import java.util.function.Consumer;

/**
 * What logging in stands on.
 *
 * @param staff those who have a PIN; {@link Staff#NOBODY} if nobody has
 * @param counted told what became of each attempt
 */
public record LogIn(Staff staff, Sessions sessions, Attempts attempts, Consumer<Outcome> counted) {

    /** What became of an attempt. */
    public enum Outcome {
        ACCEPTED,
        REFUSED,
        LOCKED
    }

    /** For a gateway at which nobody has a PIN. */
    public static LogIn byTokenOnly() {
        return of(Staff.NOBODY);
    }

    /** For those, counted nowhere. */
    public static LogIn of(Staff staff) {
        return new LogIn(staff, new Sessions(System::nanoTime), new Attempts(System::nanoTime), outcome -> {});
    }
}
