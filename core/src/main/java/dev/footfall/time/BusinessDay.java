package dev.footfall.time;

import java.time.LocalDate;

/**
 * One business day of one store.
 *
 * @param date the local date on which it starts
 * @param window from business-day start to business-day start; 23 or 25 hours on a clock change
 */
public record BusinessDay(LocalDate date, Window window) {}
