package dev.corbel.state.backend;

import static dev.corbel.providers.api.schema.Attribute.optional;
import static dev.corbel.providers.api.schema.Attribute.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.StateBackend;
import dev.corbel.state.encryption.KeySources;
import dev.corbel.state.local.LocalStateStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateBackendsTest {
    private static final SourceRange BLOCK = SourceRange.at("environments/default.groovy", 1, 1);
    private static final SourceRange LINE = SourceRange.at("environments/default.groovy", 2, 5);

    @TempDir
    Path project;

    private final List<MapValue> opened = new ArrayList<>();

    /** A store that remembers with what it was opened. */
    private final class Shelf implements StateBackendFactory {
        @Override
        public String name() {
            return "shelf";
        }

        @Override
        public Schema configuration() {
            Schema role =
                    Schema.builder().attribute(required("arn", Type.STRING)).build();
            return Schema.builder()
                    .attribute(required("row", Type.STRING).describedAs("Which row it is."))
                    .attribute(optional("depth", Type.NUMBER).validatedBy(Validation.between(1, 9)))
                    .attribute(optional("prefix", Type.STRING).defaultsTo(Value.of("corbel")))
                    .attribute(optional("pin", Type.STRING)
                            .sensitive()
                            .validatedBy(Validation.matching("\\d{4}", "four digits")))
                    .block(BlockType.single("role", role))
                    .build();
        }

        @Override
        public StateBackend open(MapValue configuration, BackendContext context) {
            opened.add(configuration);
            return new LocalStateStore(context.project(), context.environment(), context.engineVersion());
        }
    }

    @Test
    void withoutABlockStateIsBesideTheProject() {
        StateBackends backends = StateBackends.discover();

        assertThat(backends.open(StateBlock.NONE, context())).isInstanceOf(LocalStateStore.class);
        assertThat(backends.open(block("local", Map.of()), context())).isInstanceOf(LocalStateStore.class);
    }

    @Test
    void aPlaceIsOpenedWithWhatItsSchemaSays() {
        Map<String, Value> written = new LinkedHashMap<>();
        written.put("row", Value.of("a"));
        written.put("depth", Value.of("2"));
        written.put("role", Value.map(Map.of("arn", Value.of("x"))));

        backends().open(block("shelf", written), context()).close();

        assertThat(opened.toString()).isEqualTo("[{row=a, depth=2, prefix=corbel, role={arn=x}}]");
    }

    @Test
    void aWrongNameIsRefusedWithWhatWasMeant() {
        assertThat(problems(block("shlef", Map.of()))).isEqualTo("""
                environments/default.groovy:1:1 State cannot be kept in "shlef"
                  It can be kept in shelf; without a state block it is in files beside the project.
                  Did you mean "shelf"?
                """);
    }

    @Test
    void allProblemsOfABlockAreToldTogether() {
        Map<String, Value> written = new LinkedHashMap<>();
        written.put("dept", Value.of(1));
        written.put("depth", Value.of(10));
        written.put("prefix", Value.list(List.of()));
        written.put("pin", Value.of("12345"));
        written.put("role", Value.map(Map.of("name", Value.of("x"))));

        assertThat(problems(block("shelf", written))).isEqualTo("""
                environments/default.groovy:2:5 There is no "dept" in state('shelf')
                  Did you mean "depth"?
                environments/default.groovy:1:1 "row" is missing in state('shelf')
                  Which row it is.
                  Add row = ….
                environments/default.groovy:2:5 "depth" must be between 1 and 9
                  It is 10.
                environments/default.groovy:2:5 "prefix" must be a string, but is a list
                environments/default.groovy:2:5 "pin" must be four digits
                environments/default.groovy:2:5 There is no "name" in "role"
                  It has arn.
                environments/default.groovy:2:5 "arn" is missing in "role"
                  Add arn = ….
                """);
        assertThat(opened).isEmpty();
    }

    @Test
    void aBlockIsNoAttribute() {
        assertThat(problems(block("shelf", Map.of("row", Value.of("a"), "role", Value.of("x")))))
                .isEqualTo("""
                environments/default.groovy:2:5 "role" is a block
                  Write role { … } without =.
                """);
    }

    @Test
    void aPlaceThatTakesNothingSaysSo() {
        StateBackends backends = StateBackends.discover();
        DiagnosticsException refused = catchThrowableOfType(
                DiagnosticsException.class, () -> backends.check(block("local", Map.of("path", Value.of("x")))));

        assertThat(text(refused)).isEqualTo("""
                environments/default.groovy:2:5 There is no "path" in state('local')
                  It has encryption.
                """);
    }

    @Test
    void severalBlocksOfOneNameAreTakenWhereTheSchemaHasThem() {
        Value key = Value.map(Map.of("variable", Value.of("OLD")));
        Value formerly = Value.map(Map.of("passphrase", Value.list(List.of(key, MapValue.EMPTY))));
        StateBlock block = block(
                "shelf",
                Map.of("row", Value.of("a"), "encryption", Value.map(Map.of("passphrase", key, "formerly", formerly))));

        assertThat(backends().encryption(block, context()).encrypts()).isTrue();
        backends().open(block, context()).close();
        assertThat(opened.toString()).isEqualTo("[{row=a, prefix=corbel}]");

        Value role = Value.map(Map.of("arn", Value.of("x")));
        assertThat(problems(block("shelf", Map.of("row", Value.of("a"), "role", Value.list(List.of(role, role))))))
                .isEqualTo("""
                environments/default.groovy:2:5 There are two "role" blocks
                  There can be one.
                """);
    }

    @Test
    void theEncryptionOfABlockThatMakesNoSenseIsRefused() {
        DiagnosticsException refused = catchThrowableOfType(DiagnosticsException.class, () -> backends()
                .encryption(block("shelf", Map.of("row", Value.of("a"), "encryption", MapValue.EMPTY)), context()));

        assertThat(text(refused)).isEqualTo("""
                environments/default.groovy:2:5 No key is named to encrypt state with
                  Write passphrase { }, which takes it from the environment variable CORBEL_STATE_PASSPHRASE.
                """);
    }

    @Test
    void aPassphraseThatStandsInTheDefinitionIsNotShown() {
        Value key = Value.map(Map.of("variable", Value.of("open sesame")));

        assertThat(problems(block(
                        "shelf", Map.of("row", Value.of("a"), "encryption", Value.map(Map.of("passphrase", key))))))
                .isEqualTo("""
                environments/default.groovy:2:5 "variable" must be the name of an environment variable, in capital letters
                """);
    }

    private StateBackends backends() {
        return new StateBackends(List.of(new Shelf()), KeySources.discover());
    }

    private BackendContext context() {
        return new BackendContext(project, "default", "test");
    }

    private static StateBlock block(String type, Map<String, Value> written) {
        Map<String, SourceRange> places = new LinkedHashMap<>();
        written.keySet().forEach(name -> places.put(name, LINE));
        return new StateBlock(type, new MapValue(written), Optional.of(BLOCK), places);
    }

    private String problems(StateBlock block) {
        return text(catchThrowableOfType(
                DiagnosticsException.class, () -> backends().check(block)));
    }

    private static String text(DiagnosticsException refused) {
        StringBuilder text = new StringBuilder();
        refused.diagnostics().forEach(problem -> {
            text.append(problem.range().orElseThrow())
                    .append(' ')
                    .append(problem.summary())
                    .append('\n');
            if (!problem.detail().isEmpty()) {
                text.append("  ").append(problem.detail()).append('\n');
            }
            problem.hint().ifPresent(hint -> text.append("  ").append(hint).append('\n'));
        });
        return text.toString();
    }
}
