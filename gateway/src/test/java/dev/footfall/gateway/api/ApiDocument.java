package dev.footfall.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The OpenAPI document as the server hands it out, and its schemas to hold answers against. */
final class ApiDocument {
    private static final String HOME = "https://footfall.test/openapi.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode root;
    private final SchemaRegistry schemas;

    ApiDocument(String yaml) {
        root = MAPPER.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(HOME, root.toString())));
    }

    JsonNode root() {
        return root;
    }

    JsonNode paths() {
        return root.path("paths");
    }

    /** The documented answer; follows one reference. */
    JsonNode response(String path, String method, int status) {
        JsonNode response = paths().path(path).path(method).path("responses").path(Integer.toString(status));
        JsonNode reference = response.path("$ref");
        return reference.isMissingNode()
                ? response
                : root.at(reference.textValue().substring(1));
    }

    /** What is wrong with an answer of that status; empty if nothing is. */
    List<String> violations(String path, int status, String type, String body) {
        JsonNode reference = paths().path(path)
                .path("get")
                .path("responses")
                .path(Integer.toString(status))
                .path("$ref");
        String pointer = reference.isMissingNode()
                ? "/paths/" + escaped(path) + "/get/responses/" + status
                : reference.textValue().substring(1);
        String schema = HOME + "#" + pointer + "/content/" + escaped(type) + "/schema";
        return schemas.getSchema(SchemaLocation.of(schema)).validate(body, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
    }
}
