/**
 * Benchmarks that users can run: each measures a path beside its limits in one run, with the parts in processes of their
 * own, and reports ratios. Never part of the tests.
 */
@NullMarked
package dev.footfall.gateway.cli.bench;

import org.jspecify.annotations.NullMarked;
