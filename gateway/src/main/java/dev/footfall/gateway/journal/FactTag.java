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
    OFFLINE,
    BEAM,
    OF_STAFF,
    KNOWN;

    static final FactTag[] ALL = values();

    static FactTag of(Fact fact) {
        return switch (fact) {
            case Fact.Crossing ignored -> CROSSING;
            case Fact.Counter ignored -> COUNTER;
            case Fact.Sighting ignored -> SIGHTING;
            case Fact.Position ignored -> POSITION;
            case Fact.Presence ignored -> PRESENCE;
            case Fact.ZoneLevel ignored -> ZONE_LEVEL;
            case Fact.Vehicle ignored -> VEHICLE;
            case Fact.Parked ignored -> PARKED;
            case Fact.Bay ignored -> BAY;
            case Fact.Sale ignored -> SALE;
            case Fact.Staff ignored -> STAFF;
            case Fact.Heartbeat ignored -> HEARTBEAT;
            case Fact.Offline ignored -> OFFLINE;
            case Fact.Beam ignored -> BEAM;
            case Fact.OfStaff ignored -> OF_STAFF;
            case Fact.Known ignored -> KNOWN;
            case Fact.Member ignored -> throw new IllegalStateException("who somebody is must never reach the journal");
        };
    }
}
