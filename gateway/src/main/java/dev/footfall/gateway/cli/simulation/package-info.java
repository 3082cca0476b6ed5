/**
 * The two commands that reach the simulator: {@code simulate} writes what it sends to files, {@code demo} sends it to a
 * gateway of its own. Nothing else in the product knows of it.
 */
@NullMarked
package dev.footfall.gateway.cli.simulation;

import org.jspecify.annotations.NullMarked;
