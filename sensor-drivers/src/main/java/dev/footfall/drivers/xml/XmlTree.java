package dev.footfall.drivers.xml;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/** A document read as one element, or why not. Document types and entities of its own are refused. */
public sealed interface XmlTree {
    /** Deepest nesting of elements. */
    int DEPTH = 64;

    /** Most elements in one document. */
    int ELEMENTS = 10_000;

    record Read(XmlElement root) implements XmlTree {}

    record Refused(Rejected refusal) implements XmlTree {}

    /**
     * Reads a document. One that fails is tried again with its bare ampersands escaped: devices write camera names into
     * XML as people typed them.
     */
    static XmlTree of(String document) {
        XmlTree tree = Parser.parse(document);
        if (tree instanceof Read || document.indexOf('&') < 0) {
            return tree;
        }
        return Parser.parse(Parser.BARE_AMPERSAND.matcher(document).replaceAll("&amp;"));
    }

    /** Apart, for an interface has no private constants. */
    final class Parser {
        private static final Pattern BARE_AMPERSAND =
                Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)");
        private static final XMLInputFactory XML = factory();

        private static final String WHOLE = "; send the whole document";

        private Parser() {}

        private static XMLInputFactory factory() {
            XMLInputFactory factory = new InputFactoryImpl();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
            factory.setXMLResolver(
                    (publicId, systemId, base, namespace) -> new java.io.ByteArrayInputStream(new byte[0]));
            return factory;
        }

        private static XmlTree parse(String document) {
            try {
                XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(document));
                try {
                    return read(reader);
                } finally {
                    reader.close();
                }
            } catch (XMLStreamException e) {
                return refused(Code.NOT_XML, "the payload is not well-formed XML" + where(e.getLocation()) + WHOLE);
            } catch (UncheckedStreamException e) {
                return refused(Code.NOT_XML, "the payload is not well-formed XML" + WHOLE);
            }
        }

        private static String where(@Nullable Location location) {
            return location == null
                    ? ""
                    : " at line " + location.getLineNumber() + ", column " + location.getColumnNumber();
        }

        private static XmlTree read(XMLStreamReader reader) throws XMLStreamException {
            Deque<Open> open = new ArrayDeque<>();
            XmlElement root = null;
            int elements = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (open.size() == DEPTH) {
                            return refused(Code.TOO_DEEP, "the XML is nested more than " + DEPTH + " levels deep");
                        }
                        if (++elements > ELEMENTS) {
                            return refused(Code.TOO_LARGE, "the XML has more than " + ELEMENTS + " elements");
                        }
                        open.push(new Open(reader.getLocalName(), attributes(reader)));
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (!open.isEmpty()) {
                            open.peek().add(reader.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> root = close(open);
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                        return refused(
                                Code.NOT_XML, "the XML has a document type or entities of its own; they are not read");
                    }
                    default -> {
                        // comments and processing instructions say nothing
                    }
                }
            }
            return root == null ? refused(Code.NOT_XML, "the payload has no XML element") : new Read(root);
        }

        private static List<String> attributes(XMLStreamReader reader) {
            int count = reader.getAttributeCount();
            if (count == 0) {
                return List.of();
            }
            List<String> attributes = new ArrayList<>(2 * count);
            for (int i = 0; i < count; i++) {
                attributes.add(reader.getAttributeLocalName(i));
                attributes.add(reader.getAttributeValue(i));
            }
            return attributes;
        }

        private static XmlElement close(Deque<Open> open) {
            XmlElement element = open.pop().element();
            Open parent = open.peek();
            if (parent != null) {
                parent.children.add(element);
            }
            return element;
        }

        private static XmlTree refused(Code code, String reason) {
            return new Refused(new Rejected(code, reason));
        }
    }

    /** An element whose end has not been read yet. */
    final class Open {
        private final String name;
        private final List<String> attributes;
        private final List<XmlElement> children = new ArrayList<>();
        private @Nullable StringBuilder text;

        private Open(@Nullable String name, List<String> attributes) {
            this.name = name == null ? "" : name;
            this.attributes = attributes;
        }

        /** Takes another piece of text; what is blank before all text would be stripped anyway. */
        private void add(String piece) {
            if (text == null) {
                text = piece.isBlank() ? null : new StringBuilder(piece);
            } else {
                text.append(piece);
            }
        }

        private XmlElement element() {
            return new XmlElement(name, text == null ? "" : text.toString().strip(), attributes, children);
        }
    }
}
