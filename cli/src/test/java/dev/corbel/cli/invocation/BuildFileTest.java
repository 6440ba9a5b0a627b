package dev.corbel.cli.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.render.Build;
import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BuildFileTest {
    @Test
    void theFileOfTheBuildIsRead() throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader("""
                git.commit.id.abbrev=54276ae
                git.commit.time=2026-11-29T19\\:37\\:22Z
                git.dirty=true
                """));
        assertThat(BuildFile.of(properties)).isEqualTo(new Build("54276ae", "2026-11-29T19:37:22Z", true));
    }

    @Test
    void anEmptyFileIsNoBuild() {
        assertThat(BuildFile.of(new Properties())).isEqualTo(Build.UNKNOWN);
    }

    @Test
    void thisBuildHasACommitOrNone() {
        Build build = BuildFile.read();
        assertThat(build.known() ? build.date() : "2026-11-29T19:37:22Z")
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }
}
