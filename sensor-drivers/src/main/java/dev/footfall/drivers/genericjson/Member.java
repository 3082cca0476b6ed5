package dev.footfall.drivers.genericjson;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is read in one go: the whole message, or one member of what {@code each} points to.
 *
 * @param name its key or number in there; empty for the whole message
 */
record Member(String name, JsonNode value) {}
