/**
 * The command line. Each command is one class; exit codes 0 done, 1 failed, 2 wrong usage, 78 wrong configuration.
 */
@NullMarked
package dev.footfall.gateway.cli;

import org.jspecify.annotations.NullMarked;
