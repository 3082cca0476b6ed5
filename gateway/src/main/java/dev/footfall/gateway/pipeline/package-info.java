/**
 * From arrival to commit: decode on the source's thread, then admit, fold and journal on the one writer thread.
 */
@NullMarked
package dev.footfall.gateway.pipeline;

import org.jspecify.annotations.NullMarked;
