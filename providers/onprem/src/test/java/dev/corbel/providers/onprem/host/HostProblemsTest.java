package dev.corbel.providers.onprem.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadResult.Unreadable;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers that a healthy host never gives. */
class HostProblemsTest {
    private static final String BEGUN = "\n#corbel-begin\n";

    @Test
    void sudoWithAPasswordIsNamedWithTheWayOut() {
        Diagnostic problem = ofRun(new Output(1, "Welcome!\n", "sudo: a password is required\n"), true);
        assertThat(problem.summary()).isEqualTo("Scripts do not run as root on web-1");
        assertThat(problem.detail()).isEqualTo("sudo: a password is required");
        assertThat(problem.hint().orElseThrow()).contains("NOPASSWD: /bin/sh", "become = 'none'");
        assertThat(problem.isOfSession()).isTrue();
    }

    @Test
    void aShellThatRunsNothingIsNamed() {
        Diagnostic problem = ofRun(new Output(1, "This account is currently not available.\n", ""), false);
        assertThat(problem.summary()).isEqualTo("The shell of web-1 does not run scripts");
        assertThat(problem.detail()).isEqualTo("This account is currently not available.");
    }

    @Test
    void aScriptThatCameInPartDidNothing() {
        Diagnostic problem = ofRun(new Output(Wire.CUT_SHORT, "", "the script came in part\n"), true);
        assertThat(problem.summary()).isEqualTo("Installing nginx on web-1 did not begin");
        assertThat(problem.detail()).isEqualTo("The script came in part, so nothing was done.");
    }

    @Test
    void theShellMayPrintBeforeAScriptBegins() throws ProviderException {
        assertThat(host(new Output(0, "Message of the day" + BEGUN + "out", ""), true)
                        .run(Script.of("Echoing", "echo out"))
                        .out())
                .isEqualTo("out");
    }

    @Test
    void anAnswerThatIsNotCompleteTellsNothing() {
        Unreadable cut = ofRead(new Output(0, BEGUN + "machine m\nsection 0 YQ==", ""));
        assertThat(cut.reason().summary()).isEqualTo("The answer of web-1 is not complete");
        assertThat(cut.reason().isOfSession()).isTrue();
        Unreadable denied = ofRead(new Output(1, "", "sudo: a password is required\n"));
        assertThat(denied.reason().summary()).isEqualTo("Scripts do not run as root on web-1");
        assertThat(denied.cause()).isEqualTo(ReadResult.Cause.PERMISSION);
        Unreadable moved = ofRead(new Output(Wire.OTHER_MACHINE, BEGUN, ""));
        assertThat(moved.reason().summary()).isEqualTo("Another machine answers at 192.0.2.7");
    }

    @Test
    void anAnswerThatATypeDoesNotUnderstandIsItsBug() {
        Unreadable wrong = ofRead(new Output(0, BEGUN + "machine m\nsection 0 YQ== CjA=\n#corbel-end 1\n", ""));
        assertThat(wrong.reason().summary())
                .isEqualTo("The answer of web-1 about objects of type onprem_broken cannot be understood");
        assertThat(wrong.reason().detail()).contains("not understood");
        Unreadable slow = ofRead(new Output(0, BEGUN + "machine m\nsection 0 YQ== CjEyNA==\n#corbel-end 1\n", ""));
        assertThat(slow.reason().detail()).isEqualTo("Looking at them took longer than 20 seconds.");
    }

    private static Diagnostic ofRun(Output answer, boolean become) {
        Host host = host(answer, become);
        return catchThrowableOfType(
                        ProviderException.class, () -> host.run(Script.of("Installing nginx", "apt-get install nginx")))
                .diagnostic();
    }

    private static Unreadable ofRead(Output answer) {
        BrokenType type = new BrokenType("onprem_broken", "");
        return (Unreadable) host(answer, true)
                .facts()
                .read(List.of(new FactReader.Part(type.name(), type, List.of(OnpremSessionTest.request("a")))))
                .get(0)
                .get(0);
    }

    private static Host host(Output answer, boolean become) {
        HostSettings settings = new HostSettings(
                "web-1",
                "192.0.2.7",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                become,
                Optional.empty(),
                Duration.ofSeconds(1));
        return new Host(settings, HostFixture.context("shop"), any -> new Connection() {
            @Override
            public Output execute(String command, InputStream input, Duration timeout) {
                return answer;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        });
    }
}
