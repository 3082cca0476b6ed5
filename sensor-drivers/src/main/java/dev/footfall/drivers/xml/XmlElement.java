package dev.footfall.drivers.xml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element by its local name: devices disagree about namespaces, even with themselves.
 *
 * @param text its own text, stripped; without that of the elements inside
 * @param attributes its attributes by their local names
 */
public record XmlElement(String name, String text, Map<String, String> attributes, List<XmlElement> children) {
    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** An attribute's value, stripped; null if there is none or it is empty. */
    public @Nullable String attribute(String name) {
        String value = attributes.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    /** The first element of that name directly inside this one. */
    public @Nullable XmlElement child(String name) {
        for (XmlElement child : children) {
            if (child.name.equals(name)) {
                return child;
            }
        }
        return null;
    }

    /** The elements of that name directly inside this one. */
    public List<XmlElement> children(String name) {
        return children.stream().filter(child -> child.name.equals(name)).toList();
    }

    /** The text of the first element of that name directly inside this one; null if there is none or it is empty. */
    public @Nullable String text(String name) {
        XmlElement child = child(name);
        return child == null || child.text.isEmpty() ? null : child.text;
    }
}
