package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions with Terraform's names have Terraform's results, asked of Terraform itself where it is installed. */
class TerraformFunctionsTest {
    private static final Path CALLS = Path.of("src/test/resources/functions.txt");
    private static final Map<String, String> FILES = Map.of(
            "files/a.txt", "name ü\n",
            "files/b.json", "{}",
            "files/deep/c.txt", "c",
            "files/.hidden.txt", "");

    /** A call in this language, and the same in Terraform's. */
    private record Both(String here, String there) {
        static Both of(String line) {
            String[] sides = line.split(" ## ", -1);
            String here = sides[0].strip();
            return new Both(here, sides.length == 1 ? here.replace("\"", "\\\"").replace("'", "\"") : sides[1].strip());
        }
    }

    @Test
    void haveTheResultsOfTerraform(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(TerraformConsole.isInstalled(), "Terraform is not installed, so its functions are not compared");
        List<Both> calls;
        try (Stream<String> lines = Files.lines(CALLS)) {
            calls = lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Both::of)
                    .toList();
        }
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }

        Value there = TerraformConsole.results(calls.stream().map(Both::there).toList(), folder);

        assertThat(here(calls, folder)).isEqualTo(byCall(calls, there));
    }

    private static Map<String, String> here(List<Both> calls, Path folder) throws IOException {
        Map<String, String> results = new TreeMap<>();
        for (Both call : calls) {
            Files.writeString(folder.resolve("test.groovy"), "output('o') { value = " + call.here() + " }\n");
            results.put(call.here(), json(LoadOptions.of(folder, "test.groovy", TestCloud.catalog())));
        }
        return results;
    }

    private static String json(LoadOptions options) {
        try {
            Expression value =
                    DefinitionLoader.load(options).definition().outputs().get(0).value();
            return ValueJson.write(sorted(((Expression.Literal) value).value()));
        } catch (DiagnosticsException problems) {
            return Rendering.problems(problems.diagnostics());
        }
    }

    private static Value sorted(Value value) {
        if (value instanceof ListValue list) {
            return Value.list(
                    list.elements().stream().map(TerraformFunctionsTest::sorted).toList());
        }
        if (value instanceof MapValue map) {
            Map<String, Value> entries = new TreeMap<>();
            map.entries().forEach((key, entry) -> entries.put(key, sorted(entry)));
            return Value.map(entries);
        }
        return value instanceof NumberValue number && number.value().signum() != 0
                ? Value.of(number.value().stripTrailingZeros())
                : value;
    }

    private static Map<String, String> byCall(List<Both> calls, Value there) {
        List<Value> values = ((ListValue) there).elements();
        assertThat(values).hasSameSizeAs(calls);
        Map<String, String> results = new TreeMap<>();
        for (int i = 0; i < calls.size(); i++) {
            results.put(calls.get(i).here(), ValueJson.write(sorted(values.get(i))));
        }
        return results;
    }
}
