/**
 * Any JSON, mapped by configuration: for the next device, before it has a driver. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.genericjson;

import org.jspecify.annotations.NullMarked;
