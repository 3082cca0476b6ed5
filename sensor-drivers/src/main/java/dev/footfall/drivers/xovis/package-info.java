/**
 * Xovis 3D sensors: data push of software version 5 (live, logics, status) and of version 4. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.xovis;

import org.jspecify.annotations.NullMarked;
