/**
 * Who may do what at the kiosk: roles, sessions and the patience with wrong PINs. Pure state with a steady clock from outside;
 * every class may be used from any thread.
 */
@NullMarked
package dev.footfall.gateway.access;

import org.jspecify.annotations.NullMarked;
