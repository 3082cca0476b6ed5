package dev.footfall.gateway.capture;

/**
 * One value in a text.
 *
 * @param name what the text calls it: a JSON key, an XML element or attribute, the number of a column
 * @param start its first character
 * @param end after its last
 * @param empty what stands there for no value
 */
record Leaf(String name, int start, int end, String empty) {
    String in(String text) {
        return text.substring(start, end);
    }
}
