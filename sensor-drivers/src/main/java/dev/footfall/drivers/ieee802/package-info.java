/**
 * Addresses and radio frames of the IEEE 802 family, as devices hand them on. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.ieee802;

import org.jspecify.annotations.NullMarked;
