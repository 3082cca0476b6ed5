@NullMarked
package dev.footfall.gateway.logging;

import org.jspecify.annotations.NullMarked;
