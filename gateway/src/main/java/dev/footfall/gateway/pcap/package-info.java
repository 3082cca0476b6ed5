/**
 * Files that packet sniffers write (pcap and pcapng), and what of them becomes a capture of ours.
 */
@NullMarked
package dev.footfall.gateway.pcap;

import org.jspecify.annotations.NullMarked;
