package dev.footfall.drivers.xml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element by its local name: devices disagree about namespaces, even with themselves.
 *
 * @param text its own text, stripped; without that of the elements inside
 */
public record XmlElement(String name, String text, List<XmlElement> children) {
    public XmlElement {
        children = List.copyOf(children);
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
