/**
 * Devices that push over HTTP: answered after the commit. Runs on the event loop.
 */
@NullMarked
package dev.footfall.gateway.source.http;

import org.jspecify.annotations.NullMarked;
