package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.store.StoreConfig.FloorPlan;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloorPlanImageTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

    @TempDir
    Path folder = Path.of(".");

    @Test
    void anImageIsServedInASandboxSoThatItsScriptsNeverRun() throws IOException {
        Files.writeString(folder.resolve("floor.svg"), SVG);
        try (var server = new ApiServer(ApiServer.Setup.USUAL.folder(folder))) {
            HttpResponse<String> answer = server.get("/api/v1/floor-plan");

            assertThat(answer.body()).isEqualTo(SVG);
            assertThat(answer.headers().firstValue("content-type")).hasValue("image/svg+xml");
            assertThat(answer.headers().allValues("content-security-policy"))
                    .containsExactly("default-src 'none'; sandbox; frame-ancestors 'none'");
            assertThat(server.get("/api/v1/store").body()).contains("\"image\":\"/api/v1/floor-plan\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "floor.exe, 'floor-plan.image [floor.exe] must be an SVG, PNG, JPEG or WebP file'",
        "none.svg, 'floor-plan.image [none.svg] must be a readable file'",
        "../outside.svg, 'floor-plan.image [../outside.svg] must lie in the configuration''s folder'",
        "link.svg, 'floor-plan.image [link.svg] must lie in the configuration''s folder'",
        "large.png, 'floor-plan.image [large.png] must be at most 5242880 bytes'"
    })
    void whatIsNoUsableImageIsMissingWithItsReason(String image, String why) throws IOException {
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(folder.resolve("outside.svg"), SVG);
        Files.createSymbolicLink(config.resolve("link.svg"), folder.resolve("outside.svg"));
        Files.write(config.resolve("large.png"), new byte[5 * 1024 * 1024 + 1]);

        assertThat(FloorPlanImage.load(config, new FloorPlan(image, 40, 25)))
                .isEqualTo(new FloorPlanImage.Missing(why));
    }

    @Test
    void aStoreWithoutAnImageIsToldSo() {
        assertThat(FloorPlanImage.load(folder, null))
                .isEqualTo(new FloorPlanImage.Missing("No floor-plan.image is configured"));
    }
}
