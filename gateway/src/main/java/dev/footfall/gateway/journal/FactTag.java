package dev.footfall.gateway.journal;

import dev.footfall.observation.Fact;

/** The kinds of fact as written in a block; their order is part of the file format, so new ones go to the end. */
enum FactTag {
    CROSSING,
    COUNTER,
    SIGHTING,
    POSITION,
    PRESENCE,
    ZONE_LEVEL,
    VEHICLE,
    PARKED,
    BAY,
    SALE,
    STAFF,
    HEARTBEAT,
    OFFLINE;

    static final FactTag[] ALL = values();

    static FactTag of(Fact fact) {
        return switch (fact) {
            case Fact.Crossing _ -> CROSSING;
            case Fact.Counter _ -> COUNTER;
            case Fact.Sighting _ -> SIGHTING;
            case Fact.Position _ -> POSITION;
            case Fact.Presence _ -> PRESENCE;
            case Fact.ZoneLevel _ -> ZONE_LEVEL;
            case Fact.Vehicle _ -> VEHICLE;
            case Fact.Parked _ -> PARKED;
            case Fact.Bay _ -> BAY;
            case Fact.Sale _ -> SALE;
            case Fact.Staff _ -> STAFF;
            case Fact.Heartbeat _ -> HEARTBEAT;
            case Fact.Offline _ -> OFFLINE;
        };
    }
}
