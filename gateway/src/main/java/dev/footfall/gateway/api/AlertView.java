package dev.footfall.gateway.api;

import java.util.List;

/** The exceptions that readers may see. Thread-safe; returns at once. */
@FunctionalInterface
public interface AlertView {
    /** For a gateway that watches no limits. */
    AlertView NONE = List::of;

    /** Open exceptions, newest first. */
    List<Alert> open();
}
