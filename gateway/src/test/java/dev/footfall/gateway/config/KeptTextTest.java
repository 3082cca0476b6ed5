package dev.footfall.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptTextTest {
    @Test
    void secretsAreBlankedHoweverTheyAreWritten() {
        String yaml = """
                store: { id: outlet }
                sensors:
                  - { id: a, options: { secret: "win,ter \\" x", noise-floor: -95, validator: 1a2b } }
                  - id: b
                    options:
                      secret: 'win}ter'
                      ignore: 3c:5a:b4, 00:11
                      time: device   # kept
                """;
        assertThat(KeptText.of(yaml))
                .doesNotContain("ter", "1a2b", "3c:5a")
                .contains("id: outlet", "secret: \"***\", noise-floor: -95", "time: device   # kept");
    }
}
