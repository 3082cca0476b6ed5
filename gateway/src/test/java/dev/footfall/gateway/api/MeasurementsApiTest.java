package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.reason.Reason;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementsApiTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PATH = "/api/v1/measurements";
    private final ApiServer server = new ApiServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void withoutParametersTodaysRowsOfEverythingAreAsked() {
        server.get(PATH);

        var today = new Window(Instant.parse("2026-11-21T20:00:00Z"), Instant.parse("2026-11-22T20:00:00Z"));
        assertThat(server.view.lastQuery()).isEqualTo(new MeasurementQuery(List.of(), List.of(), List.of(), today));
    }

    @Test
    void parametersMayBeRepeatedOrListed() {
        server.get(PATH + "?metric=footfall,dwell.mean&metric=occupancy&scope=store&scope=flow:a%3Eb&grain=15m,hour"
                + "&from=2026-11-22T09:00:00Z&to=2026-11-22T18:00:00%2B08:00&grain=");

        assertThat(server.view.lastQuery())
                .isEqualTo(new MeasurementQuery(
                        List.of(Metric.FOOTFALL, Metric.DWELL_MEAN, Metric.OCCUPANCY),
                        List.of(Scope.STORE, new Scope.Flow("a", "b")),
                        List.of(Grain.QUARTER, Grain.HOUR),
                        new Window(Instant.parse("2026-11-22T09:00:00Z"), Instant.parse("2026-11-22T10:00:00Z"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T18:00:00+08:00", "2026-11-22T18:00:00%2B08:00", "2026-11-22T10:00:00.000Z"})
    void anOffsetIsUnderstoodEvenIfItsPlusWasNotEncoded(String to) {
        server.get(PATH + "?from=2026-11-22T09:00:00Z&to=" + to);

        assertThat(server.view.lastQuery().window().end()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws IOException {
        HttpResponse<String> answer =
                server.get(PATH + "?metric=feetfall,footfall&scope=door&grain=week&from=yesterday&to=now&metrics=x");

        JsonNode problem = MAPPER.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem.path("type").textValue()).isEqualTo("urn:footfall:problem:bad-parameter");
        assertThat(problem.path("problems").findValuesAsText("parameter"))
                .containsExactly("metrics", "metric", "scope", "grain", "from", "to");
        assertThat(problem.path("problems").findValuesAsText("value"))
                .containsExactly("x", "feetfall", "door", "week", "yesterday", "now");
        assertThat(problem.path("detail").textValue())
                .startsWith("metrics [x] is not known here; known are from, grain, metric, scope, to; "
                        + "metric [feetfall] must be one of footfall, entries,")
                .contains("grain [week] must be one of 15m, hour, day")
                .endsWith("to [now] must be an RFC 3339 instant with a zone, for example 2026-11-22T09:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00:00Z, 2026-11-22T10:00:00Z, 'to [2026-11-22T10:00:00Z] must be after from, 2026-11-22T10:00:00Z'",
        "2025-01-01T00:00:00Z, 2026-11-22T10:00:00Z, 'to [2026-11-22T10:00:00Z] must be at most 400 days after from, 2025-01-01T00:00:00Z'",
        "2026-11-22, 2026-11-22T10:00:00Z, 'from [2026-11-22] must be an RFC 3339 instant with a zone, for example 2026-11-22T09:00:00Z'",
        "2026-11-22T09:00:00Z&from=2026-11-21T09:00:00Z, 2026-11-22T10:00:00Z, 'from [2026-11-22T09:00:00Z,2026-11-21T09:00:00Z] must be given once'"
    })
    void aSpanThatMakesNoSenseIsRefused(String from, String to, String detail) throws IOException {
        for (String path : List.of(PATH, "/api/v1/heatmap", "/api/v1/flows", "/api/v1/ledger")) {
            HttpResponse<String> answer = server.get(path + "?from=" + from + "&to=" + to);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(MAPPER.readTree(answer.body()).path("detail").textValue())
                    .isEqualTo(detail);
        }
    }

    @Test
    void noRowsAreAnEmptyList() {
        assertThat(server.get(PATH).body()).isEqualTo("{\"measurements\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, text/csv; charset=utf-8",
        "'text/csv, application/json;q=0.5', text/csv; charset=utf-8",
        "'text/csv;q=0.1, application/json', application/json",
        "*/*, application/json",
        "text/html, application/json"
    })
    void theReaderChoosesTheForm(String accept, String type) {
        assertThat(server.get(PATH, "Accept", accept).headers().firstValue("content-type"))
                .hasValue(type);
    }

    @Test
    void rowsAreAnsweredAsCsv() {
        server.view.rows(List.of(row(0)));

        assertThat(server.get(PATH, "Accept", "text/csv").body())
                .isEqualTo("store,metric,scope,grain,start,end,value,unit,low,high,completeness,state,reason,revision,"
                        + "definition,basis\r\n"
                        + "sh-0042,sales,store,15m,2026-11-22T06:32:10Z,2026-11-22T06:47:10Z,,CNY,,,0.5,degraded,"
                        + "\"till 2 \"\"offline\"\", since noon\",0,footfall/1,pos\r\n");
    }

    @Test
    void manyRowsArriveCompleteAndInOrder() throws IOException {
        List<Measurement> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            rows.add(row(i));
        }
        server.view.rows(rows);

        JsonNode answer = MAPPER.readTree(server.get(PATH).body()).path("measurements");
        String csv = server.get(PATH, "Accept", "text/csv").body();

        assertThat(answer).hasSize(20_000);
        assertThat(answer.path(19_999).path("revision").intValue()).isEqualTo(19_999);
        assertThat(csv.lines()).hasSize(20_001);
    }

    private static Measurement row(int revision) {
        return new Measurement(
                Metric.SALES,
                Scope.STORE,
                Grain.QUARTER,
                new Window(ApiServer.NOW, ApiServer.NOW.plusSeconds(900)),
                null,
                null,
                null,
                0.5,
                State.DEGRADED,
                new Reason.Told("till 2 \"offline\", since noon"),
                Basis.POS,
                revision);
    }
}
