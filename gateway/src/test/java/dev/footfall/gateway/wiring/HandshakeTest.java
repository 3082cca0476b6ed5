package dev.footfall.gateway.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meraki's cloud asks for the validator, then posts with the shared secret. */
class HandshakeTest {
    private static final String STORE = """
            store: { id: outlet, time-zone: Europe/London }
            sensors:
              - { id: ap, driver: meraki, options: { validator: "1a2b3c", secret: "winter" } }
              - { id: bare, driver: meraki }
            ingest: { mqtt-listener: { address: "127.0.0.1:0" } }
            kiosk: { address: "127.0.0.1:0" }
            """;
    private static final String POST = """
            {"version":"2.0","secret":"SECRET","type":"DevicesSeen","data":{"apMac":"0c:8d:db:00:11:22","observations":[
            {"clientMac":"a6:3f:10:5c:7e:01","seenEpoch":1795337970,"rssi":31}]}}
            """;

    @TempDir
    Path folder;

    private RunningGateway gateway;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        gateway = new RunningGateway(folder, STORE);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aGetIsAnsweredWithTheValidatorAndNothingElse() throws Exception {
        HttpResponse<String> answer = gateway.fetch("/ingest/meraki/ap");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1a2b3c");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    }

    @Test
    void whereThereIsNoValidatorAGetIsTheWrongMethod() throws Exception {
        assertThat(gateway.fetch("/ingest/meraki/bare").statusCode()).isEqualTo(405);
        assertThat(gateway.fetch("/ingest/meraki/nobody").statusCode()).isEqualTo(405);
    }

    @Test
    void theRightSecretIsStoredAndAnotherRefusedWithoutBeingRepeated() throws Exception {
        assertThat(post("winter").statusCode()).isEqualTo(204);
        HttpResponse<String> refused = post("summer");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("secret").doesNotContain("summer", "winter");
        assertThat(gateway.ledger("http", "counted")).isEqualTo(1);
        assertThat(gateway.ledger("http", "rejected")).isEqualTo(1);
    }

    private HttpResponse<String> post(String secret) throws IOException, InterruptedException {
        return gateway.post(
                "/ingest/meraki/ap",
                "application/json",
                POST.replace("SECRET", secret).getBytes(UTF_8));
    }
}
