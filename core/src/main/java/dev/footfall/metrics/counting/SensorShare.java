package dev.footfall.metrics.counting;

import dev.footfall.observation.SensorId;

/**
 * What one sensor counted at an entrance beside what the others there did.
 *
 * @param counted people in and out by this sensor
 * @param others people in and out by those it is compared with
 */
public record SensorShare(SensorId sensor, double counted, double others) {}
