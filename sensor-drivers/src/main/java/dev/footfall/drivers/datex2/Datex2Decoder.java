package dev.footfall.drivers.datex2;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.xml.XmlBodies;
import dev.footfall.drivers.xml.XmlElement;
import dev.footfall.drivers.xml.XmlTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A publication to the records in it. */
final class Datex2Decoder {
    private static final String MODEL = "d2LogicalModel";
    private static final String STATUS = "parkingRecordStatus";

    private Datex2Decoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        Rejected tooLarge = PayloadLimit.refusal(message.payload());
        if (tooLarge != null) {
            return tooLarge;
        }
        List<String> documents = XmlBodies.find(message.payload(), message.contentType(), MODEL);
        if (documents == null) {
            return new Rejected(Code.NOT_UTF8, "the XML is not text in the encoding it names; send UTF-8");
        }
        if (documents.isEmpty()) {
            return new Rejected(Code.NOT_XML, "the payload has no XML in it; send a " + MODEL + " document");
        }
        return switch (XmlTree.of(documents.getFirst())) {
            case XmlTree.Refused refused -> refused.refusal();
            case XmlTree.Read read -> publication(read.root(), context);
        };
    }

    private static DecodeResult publication(XmlElement root, DecodeContext context) {
        List<XmlElement> records = below(root, STATUS);
        if (records.isEmpty()) {
            return below(root, MODEL).isEmpty()
                    ? new Rejected(Code.WRONG_FORMAT, "the XML is no " + MODEL + " document")
                    : Readings.of(null, List.of());
        }
        String wanted = context.option(Datex2Driver.RECORD, "");
        List<ParkingRecord> chosen = records.stream()
                .map(record -> new ParkingRecord(record, context))
                .filter(record -> wanted.isEmpty() || wanted.equals(record.id()))
                .toList();
        ReadingList list = new ReadingList();
        chosen.forEach(record -> record.decode(list, chosen.size() > 1));
        return list.result(chosen.size() == 1 ? chosen.getFirst().id() : null);
    }

    /** The elements of a name at any depth, in the document's order. */
    private static List<XmlElement> below(XmlElement root, String name) {
        List<XmlElement> found = new ArrayList<>();
        Deque<XmlElement> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            XmlElement element = open.pop();
            if (element.name().equals(name)) {
                found.add(element);
            } else {
                element.children().reversed().forEach(open::push);
            }
        }
        return found;
    }
}
