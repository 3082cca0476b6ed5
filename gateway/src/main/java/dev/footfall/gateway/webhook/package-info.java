/**
 * Tells exceptions to people who are not in front of the kiosk. One thread for each webhook; what it has been told is kept in
 * the journal, so that a restart neither repeats nor forgets.
 */
@NullMarked
package dev.footfall.gateway.webhook;

import org.jspecify.annotations.NullMarked;
