package dev.corbel.providers.onprem.cds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassTrainingTest {

    @Test
    void whatALoginAndAScriptNeedIsLoaded() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClassTraining.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        for (String name : List.of(
                "org.apache.sshd.client.session.ClientSessionImpl",
                "org.apache.sshd.client.auth.pubkey.UserAuthPublicKey",
                "org.apache.sshd.client.channel.ChannelExec",
                "net.i2p.crypto.eddsa.EdDSAEngine",
                "dev.corbel.providers.onprem.host.FactScript",
                "dev.corbel.providers.onprem.file.OnpremFile")) {
            assertThat(output).contains(name + " source:");
        }
    }
}
