package dev.footfall.relay.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    @Test
    void theyComeFromTheEnvironment() {
        var found = Credentials.of(
                "relay", Map.of("FOOTFALL_RELAY_USERNAME", "store", "FOOTFALL_RELAY_PASSWORD", "geheim"));

        assertThat(found.username()).isEqualTo("store");
        assertThat(requireNonNull(found.password()).bytes()).isEqualTo("geheim".getBytes(UTF_8));
        assertThat(found.isEmpty()).isFalse();
    }

    @Test
    void aFileThatSystemdHandsOverWins(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("relay-username"), "from-file\n");
        Files.writeString(folder.resolve("relay-password"), "密码\n");

        var found = Credentials.of(
                "relay",
                Map.of("CREDENTIALS_DIRECTORY", folder.toString(), "FOOTFALL_RELAY_PASSWORD", "from-environment"));

        assertThat(found.username()).isEqualTo("from-file");
        assertThat(requireNonNull(found.password()).bytes()).isEqualTo("密码".getBytes(UTF_8));
    }

    @Test
    void aFolderWithoutThemFallsBackToTheEnvironment(@TempDir Path folder) {
        var found = Credentials.of(
                "relay", Map.of("CREDENTIALS_DIRECTORY", folder.toString(), "FOOTFALL_RELAY_USERNAME", "store"));

        assertThat(found.username()).isEqualTo("store");
        assertThat(found.password()).isNull();
    }

    @Test
    void aPurposeWithDashesIsAVariableWithUnderscores() {
        var found = Credentials.of("broker-shop.1", Map.of("FOOTFALL_BROKER_SHOP_1_USERNAME", "store"));

        assertThat(found.username()).isEqualTo("store");
    }

    @Test
    void withoutAnyTheyAreEmpty() {
        assertThat(Credentials.of("relay", Map.of("CREDENTIALS_DIRECTORY", ""))).isEqualTo(Credentials.NONE);
        assertThat(Credentials.NONE.isEmpty()).isTrue();
    }

    @Test
    void aSecretIsNotShown() {
        var credentials = new Credentials("store", new Secret("geheim"));

        assertThat(credentials.toString()).contains("store").contains("***").doesNotContain("geheim");
    }
}
