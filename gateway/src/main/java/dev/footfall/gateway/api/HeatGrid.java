package dev.footfall.gateway.api;

/** Person-seconds per square cell, row by row from the plan's top left corner. */
public record HeatGrid(double cellM, int columns, int rows, double[] personSeconds) {}
