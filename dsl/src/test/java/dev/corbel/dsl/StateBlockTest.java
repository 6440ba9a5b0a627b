package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateBlockTest {

    private static BackendDeclaration backend(String text) {
        return DefinitionLoader.loadBackend(TestProject.of(text).options()).orElseThrow();
    }

    private static String problems(String text) {
        try {
            Optional<BackendDeclaration> backend =
                    DefinitionLoader.loadBackend(TestProject.of(text).options());
            throw new AssertionError("read as " + backend);
        } catch (DiagnosticsException problems) {
            return Rendering.problems(problems.diagnostics()).replace("environments/test.groovy:", "");
        }
    }

    @Test
    void takesBlocksInBlocksAndSeveralOfAName() {
        BackendDeclaration backend = backend("""
                state('s3') {
                    bucket = 'acme'
                    encryption {
                        passphrase { variable = 'NEW' }
                        formerly {
                            passphrase { variable = 'OLD' }
                            passphrase {
                                variable = 'OLDER'
                            }
                            unencrypted { }
                        }
                    }
                }
                """);

        assertThat(backend.configuration())
                .hasToString("{bucket=acme, encryption={passphrase={variable=NEW},"
                        + " formerly={passphrase=[{variable=OLD}, {variable=OLDER}], unencrypted={}}}}");
        assertThat(backend.places().get("bucket")).hasToString("environments/test.groovy:2:5");
        assertThat(backend.places().get("encryption.formerly.passphrase.variable"))
                .hasToString("environments/test.groovy:6:26");
        assertThat(backend.places().get("encryption.formerly.passphrase[1].variable"))
                .hasToString("environments/test.groovy:8:17");
    }

    @Test
    void saysWhatIsWrittenTwice() {
        assertThat(problems("state('s3') { role { }\n role = 1 }\n")).isEqualTo("""
                2:2 "role" is set twice
                    It was set in line 1 before.
                """);
        assertThat(problems("state('s3') { role = 1\n role { } }\n")).isEqualTo("""
                2:2 "role" is set twice
                    It was set in line 1 before.
                """);
    }

    @Test
    void saysWhatABlockCannotTake() {
        assertThat(problems("state('s3') { role('x') { } }\n")).isEqualTo("""
                1:15 "role" takes no arguments
                    -> Write role { … }.
                """);
        assertThat(problems("""
                state('s3') {
                    encryption { passphrase { variable = test_server.a.id } }
                }
                resource('test_server', 'a') { name = 'x' }
                """)).isEqualTo("""
                2:5 "encryption" of the state must be known
                    State is opened before anything else, so it depends on no variable and no resource.
                    -> Write the value.
                """);
    }
}
