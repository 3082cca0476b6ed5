package dev.footfall.drivers.hikvisionanpr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DriverContract;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HikvisionAnprDriverTest extends DriverContract {
    private static final String ALERT = """
            <EventNotificationAlert><macAddress>84:9a:40:00:11:22</macAddress><eventType>%s</eventType>
            <eventState>inactive</eventState>%s</EventNotificationAlert>
            """;
    private static final String PLATE = "<ANPR><licensePlate>AB12CDE</licensePlate></ANPR>";

    HikvisionAnprDriverTest() {
        super(new HikvisionAnprDriver());
    }

    @Test
    void alarmsThatAreNotForUsAreHeard() {
        assertThat(decode(ALERT.formatted("VMD", ""))).isEqualTo(Readings.of("849a40001122", List.of()));
    }

    @Test
    void theStreamsSignOfLifeIsOne() {
        assertThat(decode(ALERT.formatted("videoloss", "")))
                .isEqualTo(Readings.of("849a40001122", List.of(Reading.of(Fact.Heartbeat.BARE))));
    }

    @Test
    void picturesBehindThePlateMayBeLargerThanAPayload() {
        String body = "--b\r\nContent-Type: text/xml\r\n\r\n" + ALERT.formatted("ANPR", PLATE)
                + "\r\n--b\r\nContent-Type: image/jpeg\r\n\r\n" + "x".repeat(PayloadLimit.BYTES);
        assertThat(decode(body))
                .isInstanceOfSatisfying(
                        Readings.class,
                        readings -> assertThat(readings.readings()).hasSize(1));
    }

    private static DecodeResult decode(String body) {
        return new HikvisionAnprDriver()
                .decode(
                        Message.of("", body.getBytes(StandardCharsets.UTF_8)),
                        new DecodeContext(Instant.EPOCH, ZoneOffset.UTC, Map.of()));
    }
}
