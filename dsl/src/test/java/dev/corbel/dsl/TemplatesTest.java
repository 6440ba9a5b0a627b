package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates in Terraform's syntax, with the results that Terraform has. */
class TemplatesTest {
    private static final Path CASES = Path.of("src/test/resources/templates.txt");
    private static final String MOTD = "Hi\n";
    private static final String HERE = """
            [name: 'Web', port: 8080, id: 'i-1', on: true, hosts: ['web1', 'web2'], tags: [team: 'net', cost: 'it'],
                objects: [[name: 'o1', tags: ['t1']], [name: 'o2', tags: ['t2', 't3']]]]""";
    private static final String THERE = """
            {name = "Web", port = 8080, id = "i-1", on = true, hosts = ["web1", "web2"], \
            tags = {team = "net", cost = "it"}, \
            objects = [{name = "o1", tags = ["t1"]}, {name = "o2", tags = ["t2", "t3"]}]}""";

    /** A template, and what it gives as JSON. */
    private record Case(String template, String result) {
        @Override
        public String toString() {
            return template;
        }
    }

    /** The cases of the file: a template, whose last line has no end where a backslash is there, and {@code =>}. */
    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        StringBuilder template = new StringBuilder();
        for (String line : Files.readAllLines(CASES)) {
            if (line.startsWith("=> ")) {
                cases.add(new Case(template.toString().replace("\\\n", ""), line.substring(3)));
                template.setLength(0);
            } else {
                template.append(line).append('\n');
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void giveTheirResults(Case known) {
        assertThat(TestProject.of("output('a') { value = templatefile('t.tftpl', " + HERE + ") }\n")
                        .with("t.tftpl", known.template())
                        .with("files/motd.txt", MOTD)
                        .value())
                .isEqualTo(known.result());
    }

    @Test
    void haveTheResultsOfTerraform(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(TerraformConsole.isInstalled(), "Terraform is not installed, so its templates are not compared");
        List<Case> cases = cases();
        List<String> calls = new ArrayList<>();
        Files.createDirectories(folder.resolve("files"));
        Files.writeString(folder.resolve("files/motd.txt"), MOTD);
        for (Case known : cases) {
            String file = "t" + calls.size() + ".tftpl";
            Files.writeString(folder.resolve(file), known.template());
            calls.add("jsonencode(templatefile(\"" + file + "\", " + THERE + "))");
        }

        Value there = TerraformConsole.results(calls, folder);

        assertThat(((ListValue) there).elements().stream().map(Value::toString))
                .containsExactlyElementsOf(cases.stream().map(Case::result).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a ${nme}                      | 1:5  | The template is given no "nme"                               | Did you mean "name"?
            `\nx ${name`                  | 2:8  | "}" is missing behind the expression                         | Write $${ for a "${" that is text.
            ${}                           | 1:3  | An expression is missing here                                | Write $${ for a "${" that is text.
            %{ if name }                  | 1:1  | This "%{ if }" has no end                                    | Write %{ endif } behind it.
            %{ for x in y }               | 1:1  | This "%{ for }" has no end                                   | Write %{ endfor } behind it.
            %{ endif }                    | 1:4  | There is no "%{ if }" for this "endif"                       | Write %{ if CONDITION }…%{ else }…%{ endif }.
            %{ else }                     | 1:4  | There is no "%{ if }" for this "else"                        | Write %{ if CONDITION }…%{ else }…%{ endif }.
            %{ unless x }                 | 1:4  | There is no directive "unless"                               | There are if, else, endif, for and endfor; write %%{ for a "%{" that is text.
            %{ for name y }               | 1:13 | "in" is missing                                              | Write %{ for ELEMENT in LIST }…%{ endfor }.
            %{ for in y }                 | 1:11 | "in" is missing                                              | Write %{ for ELEMENT in LIST }…%{ endfor }.
            %{ for 1 in y }               | 1:8  | A name is missing behind "for"                               | Write %{ for ELEMENT in LIST }…%{ endfor }.
            x ${upr(name)}                | 1:5  | There is no function "upr" in templates                      |
            x ${uper(name)}               | 1:5  | There is no function "uper" in templates                     | Did you mean "upper"?
            x ${uuid()}                   | 1:5  | There is no function "uuid" in templates                     | It makes a plan unrepeatable: give the value to templatefile(…).
            x ${templatefile("y")}        | 1:5  | There is no function "templatefile" in templates             | Give its result to templatefile(…) as one of the values.
            x ${upper(name, 1)}           | 1:5  | upper(…) does not take 2 arguments                           |
            x ${upper(list)}              | 1:5  | "argument 1" of upper(…) must be a string, but is a list     |
            x ${file(name)}               | 1:5  | The arguments of file(…) in a template must be written there | Read the file in the definition, and give templatefile(…) what it holds.
            x ${list}                     | 1:3  | This is a list, and text is needed                           | Write jsonencode(…) around it, or a for directive.
            x ${none}                     | 1:3  | This is null, and text is needed                             |
            x ${name.first}               | 1:5  | This is a text, which has no "first"                         |
            x ${map.aa}                   | 1:5  | There is no "aa" in this map                                 | Did you mean "a"?
            x ${list[2]}                  | 1:5  | There is no element 2 in a list of 1                         |
            x ${1 / 0}                    | 1:5  | This divides by zero                                         |
            x ${name + 1}                 | 1:5  | This is a text, and a number is needed                       |
            %{ if list }%{ endif }        | 1:7  | This is a list, and true or false is needed                  |
            %{ for x in name }%{ endfor } | 1:13 | This is a text, and a list or a map is needed                |
            x ${"abc}                     | 1:5  | This text has no closing quote                               |
            x ${"\\q"}                    | 1:6  | There is no such escape                                      | There are \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN.
            x ${"%{ if a }"}              | 1:6  | A directive cannot stand in a text in quotes                 | Write CONDITION ? A : B.
            x ${[1 2]}                    | 1:8  | "]" is missing behind the elements of a list                 |
            x ${{a 1}}                    | 1:8  | "=" is missing behind a key                                  |
            x ${(1}                       | 1:7  | ")" is missing behind an expression                          |
            x ${[for x of y : x]}         | 1:12 | "in" is missing behind "for"                                 | Write [for ELEMENT in LIST : VALUE].
            x ${upper(1 2)}               | 1:13 | ")" is missing behind the arguments                          |
            x ${<<EOT}                    | 1:5  | A heredoc cannot stand in a template                         | Write the text in quotes.
            """)
    void sayWhereTheyAreWrong(String template, String place, String summary, String hint) {
        assertThat(TestProject.of("output('a') { value = templatefile('t.tftpl', "
                                + "[name: 'x', list: ['y'], map: [a: 1], none: null, y: []]) }\n")
                        .with("t.tftpl", template.replace("\\n", "\n").replace("\\\\", "\\"))
                        .problems())
                .isEqualTo("t.tftpl:" + place + " " + summary + (hint == null ? "" : "\n    -> " + hint) + "\n");
    }

    @Test
    void waitForWhatIsNotKnown() {
        assertThat(TestProject.of("""
                        resource('test_server', 'a') { name = 'a' }
                        output('o') { value = templatefile('t.tftpl', [id: test_server.a.id, port: 1]) }
                        """).with("t.tftpl", "${id}:${port}").rendered())
                .contains("output o = ")
                .contains("<test_server.a.id>");
    }

    @Test
    void needTheirNamesAlsoWhenAValueIsNotKnown() {
        assertThat(TestProject.of("""
                        resource('test_server', 'a') { name = 'a' }
                        output('o') { value = templatefile('t.tftpl', [id: test_server.a.id]) }
                        """).with("t.tftpl", "${id}:${port}").problems())
                .isEqualTo("""
                        t.tftpl:1:9 The template is given no "port"
                            -> templatefile(…) gives it id.
                        """);
    }

    @Test
    void ofSecretsAreSecret() {
        assertThat(TestProject.of("""
                        variable('key') { type = 'string'; sensitive = true }
                        output('o') { value = templatefile('t.tftpl', [key: variable.key]); sensitive = true }
                        """)
                        .withVariable("key", "hunter2")
                        .with("t.tftpl", "k ${key}")
                        .rendered())
                .doesNotContain("hunter2")
                .contains("sensitive");
    }
}
