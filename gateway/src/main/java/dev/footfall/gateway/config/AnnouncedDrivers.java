package dev.footfall.gateway.config;

import java.util.Set;

/**
 * Drivers whose names are settled but which are still to come. A configuration may name them already; the catalogue has
 * precedence, so a name left here after its driver has come does no harm.
 */
final class AnnouncedDrivers {
    static final Set<String> NAMES = Set.of(
            "axis",
            "axis-3d",
            "bosch-iva",
            "bosch-parking",
            "brickstream",
            "chirpstack",
            "cumulative-counter",
            "dahua",
            "elsys",
            "espresense",
            "gpio-beam",
            "hkt",
            "imbuildings",
            "irisys",
            "meraki",
            "milesight-lorawan",
            "mist",
            "onvif",
            "openmqttgateway",
            "parametric-pcr2",
            "paxcounter",
            "pni-placepod",
            "probe-csv",
            "tektelic",
            "terabee",
            "ttn",
            "wifi-probe",
            "xovis");

    private AnnouncedDrivers() {}
}
