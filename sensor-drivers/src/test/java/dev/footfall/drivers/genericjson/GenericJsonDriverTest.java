package dev.footfall.drivers.genericjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.DriverContract;
import dev.footfall.drivers.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenericJsonDriverTest extends DriverContract {
    private final GenericJsonDriver driver = new GenericJsonDriver();

    GenericJsonDriverTest() {
        super(new GenericJsonDriver());
    }

    @Test
    void aMappingWithoutMeaningIsBroken() {
        assertThat(driver.wrongOptions(Map.of("in", "/in")))
                .containsOnlyKeys("counts")
                .extractingByKey("counts")
                .asString()
                .startsWith("must be one of event, window, cumulative");
    }

    @Test
    void everyPointerThatIsNoneIsNamed() {
        Map<String, String> broken = driver.wrongOptions(Map.of(
                "counts", "window", "in", "/in", "time", "ts", "each", "list", "only-if", "type=a", "span", "soon"));
        assertThat(broken).containsOnlyKeys("time", "each", "only-if", "span");
        assertThat(broken.get("span")).isEqualTo("must be a JSON pointer or a length like 60s");
        assertThat(broken.get("time")).isEqualTo("must be a JSON pointer, for example /a/b");
    }

    @Test
    void aNumberIsPointedAtOrIsOne() {
        assertThat(driver.wrongOptions(Map.of("counts", "event", "in", "1"))).isEmpty();
        assertThat(driver.wrongOptions(Map.of("counts", "event", "in", "count/enter")))
                .containsEntry("in", "must be a JSON pointer, for example /a/b, or a number");
    }

    @Test
    void whatAKindNeedsMustBeMapped() {
        assertThat(driver.wrongOptions(Map.of("counts", "position", "track", "/id")))
                .containsOnlyKeys("x", "y")
                .containsEntry("x", "must be given where counts is position");
        assertThat(driver.wrongOptions(Map.of("counts", "window", "out", "/o"))).containsOnlyKeys("span");
        assertThat(driver.wrongOptions(Map.of("counts", "event"))).containsOnlyKeys("in");
        assertThat(driver.wrongOptions(Map.of("counts", "cumulative", "in", "/i", "width", "many")))
                .containsOnlyKeys("width");
        assertThat(driver.wrongOptions(Map.of("counts", "heartbeat"))).isEmpty();
    }

    @Test
    void moreMembersThanAnyDeviceSendsAreRefused() {
        byte[] payload = ("[" + "0,".repeat(1000) + "0]").getBytes(StandardCharsets.UTF_8);
        Map<String, String> options = Map.of("counts", "zone", "each", "^", "zone", "@key", "value", "@value");
        assertThat(driver.decode(Message.of("", payload), new DecodeContext(Instant.EPOCH, ZoneOffset.UTC, options)))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(Code.WRONG_VALUE));
    }
}
