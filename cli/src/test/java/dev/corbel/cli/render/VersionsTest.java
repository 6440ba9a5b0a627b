package dev.corbel.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionsTest {
    private static final String DATE = "2026-11-29T19:37:22Z";

    @Test
    void aBuildIsNamedByItsCommitAndDay() {
        assertThat(new Versions("1.2.0", new Build("54276ae", DATE, false), "17.0.15").line())
                .isEqualTo("Corbel 1.2.0 (54276ae, 2026-11-29) on Java 17.0.15");
        assertThat(new Versions("1.2.0", new Build("54276ae", DATE, true), "17.0.15").line())
                .isEqualTo("Corbel 1.2.0 (54276ae and changes, 2026-11-29) on Java 17.0.15");
    }

    @Test
    void aBuildOutsideARepositoryHasNoCommit() {
        Versions versions = new Versions("1.2.0", Build.UNKNOWN, "17.0.15");
        assertThat(versions.line()).isEqualTo("Corbel 1.2.0 on Java 17.0.15");
        assertThat(VersionsDocument.of(versions)).isEqualTo("""
                {
                  "corbel": "1.2.0",
                  "java": "17.0.15"
                }
                """);
    }

    @Test
    void theDocumentHasTheWholeDate() {
        assertThat(VersionsDocument.of(new Versions("1.2.0", new Build("54276ae", DATE, true), "17.0.15")))
                .isEqualTo("""
                        {
                          "corbel": "1.2.0",
                          "commit": "54276ae",
                          "date": "2026-11-29T19:37:22Z",
                          "modified": true,
                          "java": "17.0.15"
                        }
                        """);
    }
}
