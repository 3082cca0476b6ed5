/**
 * What is said of a figure or an exception: by a code and what stands in its places, so that every language can say it. The
 * English sentence is one rendering of that. Immutable and thread-safe.
 */
@NullMarked
package dev.footfall.reason;

import org.jspecify.annotations.NullMarked;
