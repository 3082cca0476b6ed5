/** Tests of reading and validating the configuration. */
@NullMarked
package dev.footfall.gateway.config;

import org.jspecify.annotations.NullMarked;
