/**
 * Changing the configuration while it is in force: edits of the file's text that leave everything else as it was, checked as
 * {@code footfall check} does, kept in versions. Used from one worker thread at a time.
 */
@NullMarked
package dev.footfall.gateway.setup;

import org.jspecify.annotations.NullMarked;
