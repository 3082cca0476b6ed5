package dev.footfall.gateway.setup;

import dev.footfall.gateway.setup.PlanImage.Accepted;
import dev.footfall.gateway.setup.PlanImage.Refused;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads an SVG and refuses what could run, or fetch something from elsewhere. Drawing programs' own remarks (other namespaces)
 * are harmless and stay. It is shown in a sandbox all the same.
 */
final class SvgPlan {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> FOREIGN =
            Set.of("http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML");
    private static final Set<String> ACTIVE = Set.of(
            "script",
            "foreignobject",
            "handler",
            "listener",
            "iframe",
            "embed",
            "object",
            "audio",
            "video",
            "canvas",
            "animate",
            "animatemotion",
            "animatetransform",
            "set",
            "discard");
    private static final Pattern EMBEDDED = Pattern.compile("(?is)data:image/(png|jpeg|jpg|gif);base64,.*");
    private static final Pattern FETCHING = Pattern.compile(
            "(?i)@import|expression\\s*\\(|javascript:|\\\\|url\\(\\s*[\"']?\\s*(?!#|data:(image/(png|jpe?g|gif)|font/|application/))");
    private static final Pattern NUMBER =
            Pattern.compile("\\s*([0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\\s*(?:px|pt|pc|mm|cm|in|em)?\\s*");
    private static final int MOST_ELEMENTS = 100_000;
    private static final double MOST_STRETCHED = 50;

    private final XMLStreamReader in;
    private @Nullable Accepted size;
    private int elements;
    private int styles;

    private SvgPlan(XMLStreamReader in) {
        this.in = in;
    }

    static PlanImage of(byte[] bytes) {
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            return new SvgPlan(factory.createXMLStreamReader(new ByteArrayInputStream(bytes))).read();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNumber(), 0);
            return new Refused(
                    "not-xml",
                    Map.of("line", Integer.toString(line)),
                    "The SVG cannot be read (line " + line + "): export it again as plain SVG");
        }
    }

    private PlanImage read() throws XMLStreamException {
        while (in.hasNext()) {
            Refused refused = switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> element();
                case XMLStreamConstants.END_ELEMENT -> ended();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    styles > 0 && FETCHING.matcher(in.getText()).find() ? outside("style") : null;
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> outside("?" + in.getPITarget());
                case XMLStreamConstants.ENTITY_REFERENCE -> active("&" + in.getLocalName() + ";");
                default -> null;
            };
            if (refused != null) {
                return refused;
            }
        }
        return size == null ? noSize() : size;
    }

    private @Nullable Refused element() {
        String name = in.getLocalName();
        String namespace = in.getNamespaceURI();
        if (++elements == 1) {
            if (!SVG.equals(namespace) || !name.equals("svg")) {
                return new Refused(
                        "not-svg",
                        Map.of("element", name),
                        "This is <" + name + ">, not an SVG: export the plan as PNG, JPEG or SVG");
            }
            size = measured();
            if (size == null) {
                return noSize();
            }
        }
        if (elements > MOST_ELEMENTS) {
            return new Refused(
                    "too-many-parts",
                    Map.of("most", Integer.toString(MOST_ELEMENTS)),
                    "The SVG has more than " + MOST_ELEMENTS + " parts: export the plan as PNG, or leave out details");
        }
        if (FOREIGN.contains(String.valueOf(namespace)) || ACTIVE.contains(name.toLowerCase(Locale.ROOT))) {
            return active(name);
        }
        styles += name.equals("style") ? 1 : 0;
        return attributes();
    }

    private @Nullable Refused ended() {
        styles -= in.getLocalName().equals("style") ? 1 : 0;
        return null;
    }

    private @Nullable Refused attributes() {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String name = in.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = in.getAttributeValue(i);
            if (name.startsWith("on")) {
                return active(name);
            }
            boolean link = name.equals("href") || name.equals("src") || name.equals("base");
            if (link
                    && !value.strip().startsWith("#")
                    && !EMBEDDED.matcher(value.strip()).matches()) {
                return outside(name);
            }
            if (!link && !isRemark(i) && FETCHING.matcher(value).find()) {
                return outside(name);
            }
        }
        return null;
    }

    /** A drawing program's own, such as the path that it was exported to. */
    private boolean isRemark(int attribute) {
        String namespace = in.getAttributeNamespace(attribute);
        return namespace != null && !namespace.isEmpty() && !namespace.equals(SVG);
    }

    private Refused active(String part) {
        int line = in.getLocation().getLineNumber();
        return new Refused(
                "active",
                Map.of("part", part, "line", Integer.toString(line)),
                "The SVG holds something that could run or is no drawing (" + part + ", line " + line
                        + "): remove it, or export the plan as plain SVG or PNG");
    }

    private Refused outside(String part) {
        int line = in.getLocation().getLineNumber();
        return new Refused(
                "outside",
                Map.of("part", part, "line", Integer.toString(line)),
                "The SVG refers to something outside itself (" + part + ", line " + line
                        + "): embed the pictures and fonts, or export the plan as PNG");
    }

    private static Refused noSize() {
        return new Refused(
                "no-size",
                Map.of(),
                "The SVG does not say how wide and high it is: export it with a viewBox, or as PNG");
    }

    /** By its view box, else by its width and height. */
    private @Nullable Accepted measured() {
        String box = in.getAttributeValue(null, "viewBox");
        if (box != null) {
            String[] numbers = box.strip().split("[\\s,]+", -1);
            return numbers.length == 4 ? sized(numbers[2], numbers[3]) : null;
        }
        return sized(in.getAttributeValue(null, "width"), in.getAttributeValue(null, "height"));
    }

    private static @Nullable Accepted sized(@Nullable String width, @Nullable String height) {
        Matcher w = NUMBER.matcher(String.valueOf(width));
        Matcher h = NUMBER.matcher(String.valueOf(height));
        if (!w.matches() || !h.matches()) {
            return null;
        }
        double ratio = Double.parseDouble(w.group(1)) / Double.parseDouble(h.group(1));
        boolean shown = ratio <= MOST_STRETCHED && ratio >= 1 / MOST_STRETCHED;
        return shown ? new Accepted("svg", Double.parseDouble(w.group(1)), Double.parseDouble(h.group(1))) : null;
    }
}
