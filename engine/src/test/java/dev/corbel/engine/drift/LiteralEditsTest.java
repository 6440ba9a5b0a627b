package dev.corbel.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiteralEditsTest {
    @TempDir
    private Path project;

    @Test
    void editsOfAFileAreWrittenTogether() throws IOException {
        Files.writeString(project.resolve("a.groovy"), "a { x = 1; y = 'two' }\r\nb { x = f(1) }");
        LiteralEdits edits = new LiteralEdits(project);

        assertThat(edits.replace(SourceRange.at("a.groovy", 1, 5), "x", "[1, 2]"))
                .isTrue();
        assertThat(edits.replace(SourceRange.at("a.groovy", 1, 12), "y", "2")).isTrue();
        assertThat(edits.replace(SourceRange.at("a.groovy", 2, 5), "x", "3")).isFalse();
        assertThat(edits.replace(SourceRange.at("a.groovy", 9, 1), "x", "3")).isFalse();
        edits.append("a.groovy", "c { }\n");
        edits.append("a.groovy", "d { }\n");
        edits.write();

        assertThat(Files.readString(project.resolve("a.groovy")))
                .isEqualTo("a { x = [1, 2]; y = 2 }\r\nb { x = f(1) }\n\nc { }\n\nd { }\n");
        assertThat(project).isDirectoryNotContaining("glob:**.adopting");
    }

    @Test
    void aFileThatIsNotThereIsAnError() {
        LiteralEdits edits = new LiteralEdits(project);

        assertThatThrownBy(() -> edits.append("gone.groovy", "c { }\n"))
                .isInstanceOf(DiagnosticsException.class)
                .hasMessageContaining("The definition gone.groovy cannot be edited");
    }
}
