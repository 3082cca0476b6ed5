package dev.footfall.measurement;

import java.util.Optional;

/** Where a number was measured. Written {@code store}, {@code entrance:main}, {@code flow:a>b} and so on. */
public sealed interface Scope extends Comparable<Scope> {
    Store STORE = new Store();

    /** The form used in files, addresses and on the wire. */
    String wireName();

    @Override
    default int compareTo(Scope other) {
        return wireName().compareTo(other.wireName());
    }

    record Store() implements Scope {
        @Override
        public String wireName() {
            return "store";
        }
    }

    record Entrance(String id) implements Scope {
        @Override
        public String wireName() {
            return "entrance:" + id;
        }
    }

    record Zone(String id) implements Scope {
        @Override
        public String wireName() {
            return "zone:" + id;
        }
    }

    record Line(String id) implements Scope {
        @Override
        public String wireName() {
            return "line:" + id;
        }
    }

    record Flow(String from, String to) implements Scope {
        @Override
        public String wireName() {
            return "flow:" + from + ">" + to;
        }
    }

    record CarPark(String id) implements Scope {
        @Override
        public String wireName() {
            return "car-park:" + id;
        }
    }

    record Sensor(String id) implements Scope {
        @Override
        public String wireName() {
            return "sensor:" + id;
        }
    }

    /** Reads the written form; empty if it is none. */
    static Optional<Scope> parse(String text) {
        if (text.equals("store")) {
            return Optional.of(STORE);
        }
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            return Optional.empty();
        }
        String id = text.substring(colon + 1);
        return switch (text.substring(0, colon)) {
            case "entrance" -> Optional.of(new Entrance(id));
            case "zone" -> Optional.of(new Zone(id));
            case "line" -> Optional.of(new Line(id));
            case "car-park" -> Optional.of(new CarPark(id));
            case "sensor" -> Optional.of(new Sensor(id));
            case "flow" -> {
                int arrow = id.indexOf('>');
                yield arrow < 1 || arrow == id.length() - 1
                        ? Optional.empty()
                        : Optional.of(new Flow(id.substring(0, arrow), id.substring(arrow + 1)));
            }
            default -> Optional.empty();
        };
    }
}
