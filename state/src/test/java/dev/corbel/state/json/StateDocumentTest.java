package dev.corbel.state.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.Samples;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StateDocumentTest {
    private static final Address REGION = new Address(List.of(new Step("region", "eu-central-1", null)));
    private static final Address APP = REGION.child("app", "orders");

    private static StateDocument sample() {
        return sample(Optional.of("environments/production.groovy:3"));
    }

    private static StateDocument sample(Optional<String> line) {
        ProviderRecord frankfurt = new ProviderRecord(
                new ProviderKey("aws", "eu-central-1"), Value.map(Map.of("region", Value.of("eu-central-1"))));
        ProviderRecord formerly = new ProviderRecord(
                new ProviderKey("aws", "eu-central-1"), Value.map(Map.of("region", Value.of("eu-west-1"))));
        Map<String, Value> attributes = new LinkedHashMap<>();
        attributes.put("id", Value.of("db-1"));
        attributes.put("size", Value.of(new BigDecimal("12345678901234567890.123456789")));
        attributes.put("multi_az", Value.of(true));
        attributes.put("snapshot", Value.ofNull());
        attributes.put("password", Value.sensitive(Value.of("geheim")));
        attributes.put("user", Value.list(Value.map(Map.of("token", Value.sensitive(Value.of("abc"))))));
        Address database = APP.child(new Step("aws_db_instance", "main", null));
        Address subnet = APP.child(new Step("aws_subnet", "app", "a\"/b"));
        StateObject current = new StateObject(
                frankfurt, 2, new MapValue(attributes), "{\"etag\":1}", List.of(subnet), true, line, true, 3);
        StateObject old =
                new StateObject(formerly, 1, MapValue.EMPTY, "", List.of(), false, Optional.empty(), false, 0);
        Address odd = Address.resource("sim_object", "with/slash");
        Map<Address, ResourceInstance> instances = new LinkedHashMap<>();
        instances.put(odd, new ResourceInstance(odd, Optional.of(Samples.object("x")), Map.of()));
        instances.put(subnet, new ResourceInstance(subnet, Optional.empty(), Map.of("c0ffee", old)));
        instances.put(database, new ResourceInstance(database, Optional.of(current), Map.of()));
        State state = new State(
                "production",
                "6ef3e4a1-0c4e-4b54-9d62-4b2d0a6f9d11",
                7,
                instances,
                Map.of(
                        "url", new OutputValue(Value.of("https://orders.acme.example"), false),
                        "token", new OutputValue(Value.sensitive(Value.of("abc")), true)),
                Map.of(APP, 2, REGION, 1));
        Intent intent = new Intent(
                "op-1",
                subnet,
                Intent.Action.DELETE,
                formerly,
                IdentityClass.NATURAL_KEY,
                MapValue.EMPTY,
                Optional.empty(),
                Optional.of("c0ffee"),
                "9f86d081");
        return new StateDocument(state, "0.1.0", "2b1d", List.of(intent));
    }

    private static String write(StateDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StateDocumentWriter.write(document, bytes);
        return bytes.toString(UTF_8);
    }

    private static StateDocument read(String text) throws IOException {
        return StateDocumentReader.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static String golden() throws IOException {
        return resource("state.json");
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = StateDocumentTest.class.getResourceAsStream(name)) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    @Test
    void writesWhatPeopleCanRead() throws IOException {
        assertThat(write(sample())).isEqualTo(golden());
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        assertThat(read(golden())).isEqualTo(sample());
    }

    @Test
    void readsTheFormerFormat() throws IOException {
        assertThat(read(resource("state-format-1.json"))).isEqualTo(sample(Optional.empty()));
    }

    @Test
    void readsFieldsInTheOrderThatToolsSortThemInto() throws IOException {
        StateDocument document = sample();
        assertThat(document.version())
                .isEqualTo(StateDocumentReader.readVersion(new ByteArrayInputStream(
                        "{\"blueprints\":[],\"journal\":\"2b1d\",\"lineage\":\"6ef3e4a1-0c4e-4b54-9d62-4b2d0a6f9d11\",\"serial\":7,"
                                .getBytes(UTF_8))));
    }

    @Test
    void writesTheSameWhateverTheOrderWas() throws IOException {
        State state = sample().state();
        List<Address> reversed = new java.util.ArrayList<>(state.instances().keySet());
        java.util.Collections.reverse(reversed);
        Map<Address, ResourceInstance> instances = new LinkedHashMap<>();
        reversed.forEach(address -> instances.put(address, state.instances().get(address)));
        State shuffled = new State(
                state.environment(), state.lineage(), state.serial(), instances, state.outputs(), state.blueprints());
        StateDocument document = new StateDocument(shuffled, "0.1.0", "2b1d", sample().interrupted());
        assertThat(write(document)).isEqualTo(golden());
    }

    @Test
    void readsNumbersToTheLastDigit() throws IOException {
        String digits = "1" + "0".repeat(3000) + ".5";
        assertThat(read(golden().replace("12345678901234567890.123456789", digits))
                        .state()
                        .current(APP.child(new Step("aws_db_instance", "main", null)))
                        .orElseThrow()
                        .attributes()
                        .get("size"))
                .isEqualTo(Value.of(new BigDecimal(digits)));
    }

    @Test
    void saysWhereATextIsWrong() throws IOException {
        String text = golden();
        expect("it is empty", 1, 1, () -> read(""));
        expect("it ends too early", 1, 12, () -> read("{\"format\": "));
        expect("it is not JSON here", 1, 19, () -> read("{\"format\": geheim}"));
        expect("there is more text after its end", 110, 1, () -> read(text + "[]"));
        expect(
                "the field \"colour\" is unknown",
                5,
                27,
                () -> read(text.replace("\"serial\" : 7,", "\"serial\" : 7, \"colour\": 1,")));
        expect(
                "a whole number is expected here",
                5,
                14,
                () -> read(text.replace("\"serial\" : 7,", "\"serial\" : \"7\",")));
        expect("a serial is never negative", 5, 14, () -> read(text.replace("\"serial\" : 7,", "\"serial\" : -7,")));
        expect(
                "this is not among the configurations above",
                33,
                20,
                () -> read(text.replace("\"provider\" : \"aws.eu-central-1\"", "\"provider\" : \"azure\"")));
        expect("the field \"environment\" is missing in what ends here", 1, 12, () -> read("{\"format\":1}"));
    }

    @Test
    void neverQuotesWhatItCouldNotRead() {
        assertThatThrownBy(() -> read("{\"format\": geheim}")).hasMessageNotContaining("geheim");
    }

    @Test
    void refusesANewerFormat() throws IOException {
        String text = golden().replace("\"format\" : 2", "\"format\" : 3");
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(NewerFormatException.class)
                .hasMessage("format 3 is newer than 2");
    }

    private static void expect(String message, int line, int column, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(StateFormatException.class, problem -> assertThat(
                        problem.line() + ":" + problem.column() + ": " + problem.getMessage())
                .isEqualTo(line + ":" + column + ": " + message));
    }
}
