package dev.corbel.providers.onprem.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.ProgramRun;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

class ArchiveContractTest extends HostContract {
    @TempDir
    private Path folder;

    ArchiveContractTest(TestHosts hosts) {
        super(hosts);
    }

    private synchronized Path tar(String name) {
        Path tar = folder.resolve(name + ".tar");
        if (Files.exists(tar)) {
            return tar;
        }
        try {
            Files.writeString(folder.resolve(name), name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        ProgramRun made = ProgramRun.of(List.of("tar", "-c", "-C", folder.toString(), "-f", tar.toString(), name));
        assertThat(made.exitCode()).as(made.toString()).isZero();
        return tar;
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_archive", "path") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "path", "/opt/" + distinct, "source", tar("first").toString());
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("source", Value.of(tar("second").toString()));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("path", Value.of("/opt/another")));
            }

            /** A host cannot tell how the folder came to be. */
            @Override
            public Set<String> unknownAfterImport() {
                return Set.of("source", "strip", "keep");
            }

            @Override
            public String absentId() {
                return "/opt/absent";
            }
        };
    }
}
