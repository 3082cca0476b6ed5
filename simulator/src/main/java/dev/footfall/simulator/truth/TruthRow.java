package dev.footfall.simulator.truth;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;

/** One true number, in the terms in which a measurement of it is published. */
public record TruthRow(Metric metric, Scope scope, Grain grain, Window window, double value) {}
