package dev.corbel.providers.onprem.cds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.conformance.LoadedClasses;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassTrainingTest {

    @Test
    void whatALoginAndAScriptNeedIsLoaded() throws Exception {
        String output = LoadedClasses.log(ClassTraining.class);

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
