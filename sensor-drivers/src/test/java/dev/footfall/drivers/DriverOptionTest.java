package dev.footfall.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriverOptionTest {
    @Test
    void aSecretThatIsSetAndEmptyIsRefusedByEveryDriverThatHasOne() {
        List<SensorDriver> sharing = DriverCatalog.all().stream()
                .filter(driver -> driver.options().stream()
                        .anyMatch(option -> option.key().equals(DriverOption.SECRET)))
                .toList();
        assertThat(sharing).extracting(SensorDriver::name).contains("meraki", "mist");
        assertThat(sharing).allSatisfy(driver -> {
            assertThat(driver.wrongOptions(Map.of(DriverOption.SECRET, " "))).containsKey(DriverOption.SECRET);
            assertThat(driver.wrongOptions(Map.of(DriverOption.SECRET, "winter")))
                    .isEmpty();
        });
    }
}
