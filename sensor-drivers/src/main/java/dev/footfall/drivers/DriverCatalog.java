package dev.footfall.drivers;

import dev.footfall.drivers.axis.AxisDriver;
import dev.footfall.drivers.boschparking.BoschParkingDriver;
import dev.footfall.drivers.brickstream.BrickstreamDriver;
import dev.footfall.drivers.dahua.DahuaDriver;
import dev.footfall.drivers.datex2.Datex2Driver;
import dev.footfall.drivers.disruptive.DisruptiveDriver;
import dev.footfall.drivers.dlstreamer.DlStreamerDriver;
import dev.footfall.drivers.elsys.ElsysDriver;
import dev.footfall.drivers.espresense.EspresenseDriver;
import dev.footfall.drivers.frigate.FrigateDriver;
import dev.footfall.drivers.genericjson.GenericJsonDriver;
import dev.footfall.drivers.gpiobeam.GpioBeamDriver;
import dev.footfall.drivers.haltian.HaltianDriver;
import dev.footfall.drivers.hikvision.HikvisionDriver;
import dev.footfall.drivers.hikvisionanpr.HikvisionAnprDriver;
import dev.footfall.drivers.hkt.HktDriver;
import dev.footfall.drivers.imbuildings.ImBuildingsDriver;
import dev.footfall.drivers.irisys.IrisysDriver;
import dev.footfall.drivers.lorawan.LorawanDriver;
import dev.footfall.drivers.meraki.MerakiDriver;
import dev.footfall.drivers.milesightip.MilesightIpDriver;
import dev.footfall.drivers.milesightlorawan.MilesightLorawanDriver;
import dev.footfall.drivers.mist.MistDriver;
import dev.footfall.drivers.nativejson.NativeDriver;
import dev.footfall.drivers.onvif.OnvifDriver;
import dev.footfall.drivers.openalpr.OpenAlprDriver;
import dev.footfall.drivers.opendatacam.OpenDataCamDriver;
import dev.footfall.drivers.openmqttgateway.OpenMqttGatewayDriver;
import dev.footfall.drivers.parametric.Pcr2Driver;
import dev.footfall.drivers.paxcounter.PaxcounterDriver;
import dev.footfall.drivers.paxcounterlorawan.PaxcounterLorawanDriver;
import dev.footfall.drivers.pipiot.PipiotDriver;
import dev.footfall.drivers.placepod.PlacePodDriver;
import dev.footfall.drivers.platerecognizer.PlateRecognizerDriver;
import dev.footfall.drivers.probecsv.ProbeCsvDriver;
import dev.footfall.drivers.tasmota.TasmotaDriver;
import dev.footfall.drivers.tektelic.TektelicDriver;
import dev.footfall.drivers.terabee.TerabeeDriver;
import dev.footfall.drivers.unifiprotect.UnifiProtectDriver;
import dev.footfall.drivers.verkada.VerkadaDriver;
import dev.footfall.drivers.wifiprobe.WifiProbeDriver;
import dev.footfall.drivers.xovis.XovisDriver;
import dev.footfall.drivers.zigbee2mqtt.Zigbee2MqttDriver;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All drivers. Adding one adds its package and one line here. */
public final class DriverCatalog {
    /** Below this a driver's {@link SensorDriver#recognise} is a guess and not an answer. */
    private static final int SURE_ENOUGH = 50;

    private static final List<SensorDriver> ALL = List.of( //
            new NativeDriver(),
            new GpioBeamDriver(),
            new MilesightIpDriver(),
            new LorawanDriver(),
            new MilesightLorawanDriver(),
            new BoschParkingDriver(),
            new DisruptiveDriver(),
            new ElsysDriver(),
            new HaltianDriver(),
            new HktDriver(),
            new ImBuildingsDriver(),
            new Pcr2Driver(),
            new PaxcounterLorawanDriver(),
            new PipiotDriver(),
            new PlacePodDriver(),
            new TektelicDriver(),
            new FrigateDriver(),
            new HikvisionDriver(),
            new TasmotaDriver(),
            new XovisDriver(),
            new AxisDriver(),
            new OnvifDriver(),
            new WifiProbeDriver(),
            new ProbeCsvDriver(),
            new PaxcounterDriver(),
            new MerakiDriver(),
            new MistDriver(),
            new OpenMqttGatewayDriver(),
            new EspresenseDriver(),
            new BrickstreamDriver(),
            new TerabeeDriver(),
            new DahuaDriver(),
            new IrisysDriver(),
            new HikvisionAnprDriver(),
            new OpenAlprDriver(),
            new VerkadaDriver(),
            new PlateRecognizerDriver(),
            new Datex2Driver(),
            new Zigbee2MqttDriver(),
            new UnifiProtectDriver(),
            new OpenDataCamDriver(),
            new DlStreamerDriver(),
            new GenericJsonDriver());

    private DriverCatalog() {}

    public static List<SensorDriver> all() {
        return ALL;
    }

    public static Optional<SensorDriver> named(String name) {
        return ALL.stream().filter(driver -> driver.name().equals(name)).findFirst();
    }

    /** The driver whose format this message is in, judged by its address and payload; empty if none is sure enough. */
    public static Optional<SensorDriver> recognise(Message message) {
        record Scored(SensorDriver driver, int score) {}
        return ALL.stream()
                .map(driver -> new Scored(driver, driver.recognise(message)))
                .filter(scored -> scored.score >= SURE_ENOUGH)
                .max(Comparator.comparingInt(Scored::score))
                .map(Scored::driver);
    }
}
