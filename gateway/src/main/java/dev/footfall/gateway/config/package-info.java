/**
 * Reads and validates the configuration, reporting every problem at once. Called at start, on the main thread.
 */
@NullMarked
package dev.footfall.gateway.config;

import org.jspecify.annotations.NullMarked;
