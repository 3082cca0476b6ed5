/**
 * Our figures against known truth, from recordings through the whole pipeline. The recordings are not ours to ship: the
 * folder is named by {@code FOOTFALL_DATA}, and what is missing there is named and left out.
 */
@NullMarked
package dev.footfall.gateway.cli.bench.truth;

import org.jspecify.annotations.NullMarked;
