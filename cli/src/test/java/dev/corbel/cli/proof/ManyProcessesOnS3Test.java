package dev.corbel.cli.proof;

import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.TestServices;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(MotoExtension.class)
class ManyProcessesOnS3Test extends ManyProcesses {
    private final MotoServer moto;
    private final AwsSettings settings;

    ManyProcessesOnS3Test(MotoServer moto, @TempDir Path home) {
        this.moto = moto;
        this.settings = AwsSettings.forEmulator(moto.endpoint(), home);
    }

    @BeforeEach
    void prepare() {
        moto.makeBucket("acme-state", "eu-central-1");
    }

    @AfterEach
    void restore() {
        settings.close();
    }

    @Override
    Place place() {
        return new Place(
                "s3",
                "state('s3') { bucket = 'acme-state'; region = 'eu-central-1' }\n",
                TestServices.NONE,
                List.of(
                        "-Daws.endpointUrl=" + moto.endpoint(),
                        "-Daws.accessKeyId=test",
                        "-Daws.secretAccessKey=test",
                        "-Daws.disableEc2Metadata=true"),
                List.of());
    }
}
