/**
 * Life under systemd: readiness, status and a watchdog ping that has to be earned by every vital sign.
 *
 * <p>Everything here may be called from any thread; without systemd nothing is sent, but vital signs are still watched.
 */
@NullMarked
package dev.footfall.gateway.service;

import org.jspecify.annotations.NullMarked;
