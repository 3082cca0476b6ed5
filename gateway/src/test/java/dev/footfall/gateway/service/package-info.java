@NullMarked
package dev.footfall.gateway.service;

import org.jspecify.annotations.NullMarked;
