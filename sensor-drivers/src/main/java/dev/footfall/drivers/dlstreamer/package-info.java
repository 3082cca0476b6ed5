/**
 * Intel DL Streamer: detections and spatial analytics events. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.dlstreamer;

import org.jspecify.annotations.NullMarked;
