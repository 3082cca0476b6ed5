/** A sensor held against a person with a clicker. Pure and immutable. */
@NullMarked
package dev.footfall.audit;

import org.jspecify.annotations.NullMarked;
