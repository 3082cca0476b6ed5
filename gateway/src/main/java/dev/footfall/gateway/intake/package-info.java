/**
 * The one way in: every source hands arrivals to the intake and is told their fate after the commit.
 */
@NullMarked
package dev.footfall.gateway.intake;

import org.jspecify.annotations.NullMarked;
