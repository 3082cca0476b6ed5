/**
 * What users get, after it was packaged: the launcher, the runnable jar and the Debian package. Runs after the package
 * phase.
 */
@NullMarked
package dev.footfall.packaged;

import org.jspecify.annotations.NullMarked;
