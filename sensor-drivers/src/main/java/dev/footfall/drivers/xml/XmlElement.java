package dev.footfall.drivers.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element by its local name: devices disagree about namespaces, even with themselves. Immutable. */
public final class XmlElement {
    private final String name;
    private final String text;
    private final List<String> attributes;
    private final List<XmlElement> children;

    /**
     * An element that has been read whole; the lists are the element's from now on.
     *
     * @param text its own text, stripped; without that of the elements inside
     * @param attributes name, value, name, value …, by their local names; there are few, so they are searched
     */
    XmlElement(String name, String text, List<String> attributes, List<XmlElement> children) {
        this.name = name;
        this.text = text;
        this.attributes = attributes;
        this.children = Collections.unmodifiableList(children);
    }

    /** Local name. */
    public String name() {
        return name;
    }

    /** Its own text, stripped; without that of the elements inside. */
    public String text() {
        return text;
    }

    /** The elements directly inside this one. */
    public List<XmlElement> children() {
        return children;
    }

    /** An attribute's value, stripped; null if there is none or it is empty. */
    public @Nullable String attribute(String name) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                String value = attributes.get(i + 1).strip();
                return value.isEmpty() ? null : value;
            }
        }
        return null;
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
        List<XmlElement> named = new ArrayList<>(children.size());
        for (XmlElement child : children) {
            if (child.name.equals(name)) {
                named.add(child);
            }
        }
        return named;
    }

    /** The text of the first element of that name directly inside this one; null if there is none or it is empty. */
    public @Nullable String text(String name) {
        XmlElement child = child(name);
        return child == null || child.text.isEmpty() ? null : child.text;
    }
}
