package dev.footfall.gateway.pcap;

import java.time.Instant;

/**
 * One recorded frame.
 *
 * @param linkType what the bytes begin with, by the registry of tcpdump.org
 */
record Packet(Instant at, int linkType, byte[] bytes) {}
