/**
 * HTTP for people and programs: API, live events, kiosk, health and metrics. Runs on the event loop; blocking reads are handed elsewhere.
 */
@NullMarked
package dev.footfall.gateway.api;

import org.jspecify.annotations.NullMarked;
