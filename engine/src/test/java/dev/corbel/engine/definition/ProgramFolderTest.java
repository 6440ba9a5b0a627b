package dev.corbel.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramFolderTest {
    @Test
    void isWhereTheUserKeepsSuchFiles() {
        Path home = Path.of(System.getProperty("user.home"));

        assertThat(ProgramFolder.of(Map.of("XDG_CACHE_HOME", "/x", "HOME", "/h")))
                .contains(Path.of("/x/corbel/programs"));
        assertThat(ProgramFolder.of(Map.of("HOME", "/h"))).contains(Path.of("/h/.cache/corbel/programs"));
        assertThat(ProgramFolder.of(Map.of("LOCALAPPDATA", "/l"))).contains(Path.of("/l/corbel/programs"));
        assertThat(ProgramFolder.of(Map.of())).contains(home.resolve(".cache/corbel/programs"));
    }

    @Test
    void isNeverInTheProject() {
        assertThat(ProgramFolder.of(Map.of("XDG_CACHE_HOME", "cache", "HOME", "/h")))
                .contains(Path.of("/h/.cache/corbel/programs"));
        assertThat(ProgramFolder.of(Map.of("XDG_CACHE_HOME", "", "HOME", "."))).isPresent();
    }
}
