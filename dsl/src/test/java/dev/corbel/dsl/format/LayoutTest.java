package dev.corbel.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
    private static final String UNTIDY = """


            variable('x') {
              type = 'string'  \s
              // the size
              defaultValue    = """ + "\"\"\"a ${ variable.y }\n   b\"\"\"\n" + """
                sensitive = false; description = 'x'
            }



            resource('a_b', 'c',
                forEach: [
              p: 1, q: [
                    2,
              3
            ]]) { k, v ->
            name = k
            longer_name='''
              stays
            '''
              list = [1,
            2].collect { it + 1 }
            .findAll { n ->
            n > 1
            }
            value = variable.x == 'a' ?
            1 : 2
            /* a comment
                 of lines */
              pattern = /[{/
            }
            if (variable.x)
            output('o') { value = 1 }""";
    private static final String TIDY = """
            variable('x') {
                type = 'string'
                // the size
                defaultValue =\s""" + "\"\"\"a ${ variable.y }\n   b\"\"\"\n" + """
                sensitive = false; description = 'x'
            }

            resource('a_b', 'c',
                forEach: [
                    p: 1, q: [
                        2,
                        3
            ]]) { k, v ->
                name        = k
                longer_name = '''
              stays
            '''
                list = [1,
                    2].collect { it + 1 }
                        .findAll { n ->
                            n > 1
                        }
                value = variable.x == 'a' ?
                        1 : 2
                /* a comment
                     of lines */
                pattern = /[{/
            }
            if (variable.x)
                output('o') { value = 1 }
            """;

    @Test
    void tidiesSpacesAtTheStartsAndEndsOfLines() {
        assertThat(Layout.of(UNTIDY)).isEqualTo(TIDY);
    }

    @Test
    void keepsATidyText() {
        assertThat(Layout.of(TIDY)).isEqualTo(TIDY);
    }

    static List<Path> examples() throws IOException {
        return definitions(Path.of("../examples"));
    }

    static List<Path> blueprints() throws IOException {
        return definitions(Path.of("../providers/aws/src/main/resources"));
    }

    private static List<Path> definitions(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".groovy")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesAreInTheLayout(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(Layout.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void aLaidOutTextStaysAsItIs(Path file) throws IOException {
        String text = Files.readString(file);
        String laidOut = Layout.of(text.replaceAll("(?m)^ +(?![ *]|$)", ""));
        assertThat(Layout.of(laidOut)).isEqualTo(laidOut);
    }

    @Test
    void keepsEmptyAndForeignLineEnds() {
        assertThat(Layout.of("")).isEmpty();
        assertThat(Layout.of("output('x') {\r\nvalue = 1\r\n}")).isEqualTo("output('x') {\n    value = 1\n}\n");
    }
}
