/**
 * Recording what arrives without recording who: of each message as much is kept as its driver needs to say the same again
 * about somebody else.
 */
@NullMarked
package dev.footfall.gateway.capture;

import org.jspecify.annotations.NullMarked;
