/**
 * Plate Recognizer Stream: plates as CSV rows or a webhook. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.platerecognizer;

import org.jspecify.annotations.NullMarked;
