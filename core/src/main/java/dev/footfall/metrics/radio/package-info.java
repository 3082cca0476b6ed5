/**
 * Radio devices heard in and around a store: who is who under changing addresses, how many, how long, and what that says of
 * people. Not thread-safe: a day's fold has one thread.
 */
@NullMarked
package dev.footfall.metrics.radio;

import org.jspecify.annotations.NullMarked;
