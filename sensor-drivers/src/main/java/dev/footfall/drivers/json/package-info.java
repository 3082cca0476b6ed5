/**
 * Reading JSON that comes from outside: limits, strictness and wording of refusals in one place. Thread-safe.
 */
@NullMarked
package dev.footfall.drivers.json;

import org.jspecify.annotations.NullMarked;
