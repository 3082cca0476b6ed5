@NullMarked
package dev.footfall.gateway.admission;

import org.jspecify.annotations.NullMarked;
