package dev.corbel.providers.local.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    private static final int FIRST = 42_000;

    @Test
    void twoAtOnceDiffer() throws Exception {
        FreePorts ports = new FreePorts();

        int one = ports.next(FIRST, "database");

        assertThat(ports.next(FIRST, "database")).isGreaterThan(one);
    }

    @Test
    void whereAllAreTakenItSaysWhatToWrite() throws Exception {
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (int port = FIRST; port < FIRST + 100; port++) {
                try {
                    taken.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
                } catch (IOException already) {
                    // Another program has it.
                }
            }

            Diagnostic problem = catchThrowableOfType(
                            ProviderException.class, () -> new FreePorts().next(FIRST, "database"))
                    .diagnostic();

            assertThat(problem.summary()).isEqualTo("No port is free for a database");
            assertThat(problem.detail()).isEqualTo("Something listens on each from 42000 to 42099.");
            assertThat(problem.hint()).contains("Write port = … with one that is free.");
        } finally {
            for (ServerSocket socket : taken) {
                socket.close();
            }
        }
    }
}
