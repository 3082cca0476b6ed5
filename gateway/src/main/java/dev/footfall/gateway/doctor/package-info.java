/**
 * Self-examination: what is wrong with the machine, the configuration, the data folder and a running gateway, each finding with
 * a remedy. Every examination looks and changes nothing. For one thread.
 */
@NullMarked
package dev.footfall.gateway.doctor;

import org.jspecify.annotations.NullMarked;
