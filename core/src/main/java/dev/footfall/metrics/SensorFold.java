package dev.footfall.metrics;

import dev.footfall.metrics.counting.SensorLines;
import dev.footfall.metrics.coverage.WatchedSensor;

/** One sensor's part in a day. */
record SensorFold(WatchedSensor watched, SensorLines lines) {}
