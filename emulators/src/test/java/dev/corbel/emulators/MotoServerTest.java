package dev.corbel.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class MotoServerTest {
    private static final String DESCRIBE = "Action=DescribeVpcs&Version=2016-11-15";

    @Test
    void answersAndForgets(MotoServer moto) {
        moto.query("ec2", "eu-central-1", "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.99.0.0/16");
        assertThat(moto.query("ec2", "eu-central-1", DESCRIBE)).contains("10.99.0.0/16");

        moto.reset();

        assertThat(moto.query("ec2", "eu-central-1", DESCRIBE)).doesNotContain("10.99.0.0/16");
    }

    @Test
    void makesBuckets(MotoServer moto) {
        moto.makeBucket("acme-files", "eu-central-1");
        assertThat(moto.query("s3", "eu-central-1", "")).contains("<Name>acme-files</Name>");
    }

    @Test
    void endsWithItsProcess() {
        MotoServer moto = MotoServer.start();
        assertThat(moto.query("ec2", "eu-central-1", DESCRIBE)).contains("vpcSet");

        moto.close();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> moto.query("ec2", "eu-central-1", DESCRIBE));
    }

    @Test
    void saysThatItNeedsPython() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("./moto").redirectErrorStream(true);
        builder.environment().put("PYTHON", "python-that-nobody-has");
        Process process = builder.start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("emulators/moto: there is no python-that-nobody-has on this machine\n");
        assertThat(process.waitFor()).isEqualTo(69);
    }
}
