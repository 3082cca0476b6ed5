/**
 * Raw 802.11 probe requests, as bytes, as text and wrapped in JSON. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.wifiprobe;

import org.jspecify.annotations.NullMarked;
