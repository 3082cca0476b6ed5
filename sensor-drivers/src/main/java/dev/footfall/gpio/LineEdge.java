package dev.footfall.gpio;

/**
 * One edge of one line.
 *
 * @param line its number on the chip
 * @param rising true if the level went from low to high
 * @param nanos when, on the clock of {@link System#nanoTime}
 * @param lineSequence the kernel's number of this edge among those of the line, from 1; a gap is a loss
 */
public record LineEdge(int line, boolean rising, long nanos, long lineSequence) {}
