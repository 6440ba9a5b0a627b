package dev.corbel.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.terminal.Style;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosticViewTest {
    private static final String SOURCE = """
            provider('simulator') { directory = '.simulator' }
            resource('sim_object', 'a') {
                nmae = 'x'
            }
            """;

    private final DiagnosticView view = new DiagnosticView(
            Style.PLAIN, SourceLookup.of(Map.of("environments/default.groovy", SOURCE)), SourceLinks.NONE);

    @Test
    void showsTheCodeWithTheProblemUnderlined() {
        Diagnostic problem = Diagnostic.error("sim_object has no attribute \"nmae\"", "")
                .at(new SourceRange("environments/default.groovy", 3, 5, 3, 9))
                .at(Address.resource("sim_object", "a"))
                .withHint("Did you mean \"name\"?");
        assertThat(view.render(List.of(problem))).isEqualTo("""
                        Error: sim_object has no attribute "nmae"
                          at environments/default.groovy:3:5, in sim_object.a

                            2 | resource('sim_object', 'a') {
                            3 |     nmae = 'x'
                              |     ^^^^

                          Did you mean "name"?
                        """);
    }

    @Test
    void underlinesTheFirstOfSeveralLines() {
        Diagnostic problem = Diagnostic.error("The block is wrong", "It is.\nReally.")
                .at(new SourceRange("environments/default.groovy", 2, 1, 4, 2));
        assertThat(view.render(List.of(problem))).isEqualTo("""
                        Error: The block is wrong
                          at environments/default.groovy:2:1

                            1 | provider('simulator') { directory = '.simulator' }
                            2 | resource('sim_object', 'a') {
                              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                            3 |     nmae = 'x'
                            4 | }

                          It is.
                          Really.
                        """);
    }

    @Test
    void showsWarningsBeforeErrors() {
        assertThat(view.render(List.of(Diagnostic.error("First", ""), Diagnostic.warning("Second", "More."))))
                .isEqualTo("""
                        Warning: Second

                          More.

                        Error: First
                        """);
    }

    @Test
    void showsThePlaceAloneWhereThereIsNoSource() {
        Diagnostic problem = Diagnostic.error("Gone", "").at(SourceRange.at("elsewhere.groovy", 7, 3));
        assertThat(view.render(List.of(problem))).isEqualTo("""
                        Error: Gone
                          at elsewhere.groovy:7:3
                        """);
    }
}
