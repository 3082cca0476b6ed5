/**
 * What really happened in the simulated store, in the shape of published measurements. Pure functions of a day's plan.
 */
@NullMarked
package dev.footfall.simulator.truth;

import org.jspecify.annotations.NullMarked;
