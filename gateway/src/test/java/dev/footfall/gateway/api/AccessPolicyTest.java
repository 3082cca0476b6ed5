package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessPolicyTest {
    @TempDir
    Path folder = Path.of(".");

    @Test
    void nothingConfiguredMeansThisMachineOnly() {
        assertThat(AccessPolicy.load(Map.of())).isEqualTo(AccessPolicy.LOOPBACK_ONLY);
        assertThat(AccessPolicy.load(Map.of("FOOTFALL_VIEWER_TOKEN", " "))).isEqualTo(AccessPolicy.LOOPBACK_ONLY);
    }

    @Test
    void theEnvironmentGivesTokens() {
        var policy = AccessPolicy.load(Map.of("FOOTFALL_VIEWER_TOKEN", "look", "FOOTFALL_DEVICE_TOKEN", "push"));

        assertThat(ApiServer.known(policy.viewer()).matches("look")).isTrue();
        assertThat(ApiServer.known(policy.device()).matches("push")).isTrue();
        assertThat(ApiServer.known(policy.device()).matches("look")).isFalse();
    }

    @Test
    void aSystemdCredentialGivesAToken() throws IOException {
        Files.writeString(folder.resolve("viewer-token"), "from-credential\n");

        var policy = AccessPolicy.load(Map.of("CREDENTIALS_DIRECTORY", folder.toString()));

        assertThat(ApiServer.known(policy.viewer()).matches("from-credential")).isTrue();
        assertThat(policy.device()).isNull();
    }

    @Test
    void aCredentialThatCannotBeReadStopsTheStart() throws IOException {
        Files.createDirectory(folder.resolve("viewer-token"));

        assertThatThrownBy(() -> AccessPolicy.load(Map.of("CREDENTIALS_DIRECTORY", folder.toString())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("credential [" + folder.resolve("viewer-token") + "] must be readable by the service");
    }

    @Test
    void aTokenNeverShowsItself() {
        assertThat(new AccessPolicy(new AccessToken("look"), null).toString())
                .contains("***")
                .doesNotContain("look");
    }
}
