@NullMarked
package dev.footfall.alert;

import org.jspecify.annotations.NullMarked;
