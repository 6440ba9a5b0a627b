package dev.corbel.state.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.proxy.AwsProxy;
import dev.corbel.emulators.proxy.Faults;
import dev.corbel.emulators.proxy.ProxyExtension;
import dev.corbel.state.conformance.ObjectStoreContract;
import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.RemoteConflictException;
import dev.corbel.state.remote.RemoteFailureException;
import dev.corbel.state.remote.RemoteObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({MotoExtension.class, ProxyExtension.class})
class S3ObjectsTest extends ObjectStoreContract {
    private final AwsProxy proxy;

    S3ObjectsTest(AwsProxy proxy) {
        this.proxy = proxy;
    }

    @Override
    protected ObjectStore connect(String folder) {
        Blocks.makeBucket(proxy.endpoint());
        return new S3Objects(Blocks.s3(proxy.endpoint()), folder);
    }

    @Test
    void namesBucketAndFolder() {
        try (ObjectStore objects = connect("production")) {
            assertThat(objects.description()).isEqualTo("bucket \"acme-state\", folder \"corbel/production\"");
        }
    }

    @Test
    void saysWhichBucketIsMissing() {
        try (ObjectStore objects = new S3Objects(Blocks.s3(proxy.endpoint(), "bucket", "nobodys"), "production")) {
            assertThatExceptionOfType(RemoteFailureException.class)
                    .isThrownBy(() -> objects.get("head.json"))
                    .satisfies(failure -> {
                        assertThat(failure.getMessage())
                                .matches(
                                        "Cannot read corbel/production/head\\.json in bucket \"nobodys\": NoSuchBucket:"
                                                + " The specified bucket does not exist \\(HTTP 404, request id \\w+\\)");
                        assertThat(failure.hint())
                                .isEqualTo("Create the bucket, with versioning as a second safety, or correct its name:"
                                        + " aws s3api create-bucket --bucket nobodys --region eu-central-1"
                                        + " --create-bucket-configuration LocationConstraint=eu-central-1");
                    });
            assertThatExceptionOfType(RemoteFailureException.class)
                    .isThrownBy(() -> objects.create("head.json", new byte[0]));
            assertThatExceptionOfType(RemoteFailureException.class).isThrownBy(() -> objects.list(""));
        }
    }

    @Test
    void ownWritesThatLookLikeConflictsAreThereWhereTheAnswerWasLost() throws IOException {
        try (ObjectStore objects = connect("production")) {
            proxy.inject(new Faults(11, 0, 0, 1, 0));
            String mine = "written, and nobody heard of it";
            // The repeated request meets the object of the first one, or the answers of all of them are lost.
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> objects.create("head.json", mine.getBytes(UTF_8)));
            proxy.inject(Faults.NONE);

            RemoteObject kept = objects.get("head.json").orElseThrow();
            assertThat(new String(kept.data(), UTF_8)).isEqualTo(mine);
            objects.replace("head.json", new byte[] {1}, kept.version());
        }
    }

    @Test
    void repeatsWhatAnOverloadedServiceRefused() throws IOException {
        try (ObjectStore objects = connect("production")) {
            proxy.inject(new Faults(3, 0.3, 0, 0, 0));
            for (int i = 0; i < 10; i++) {
                objects.create("journal/" + i, new byte[] {1});
            }
            assertThat(objects.list("journal/")).hasSize(10);
        }
    }

    @Test
    void aStoreThatIgnoresConditionsOverwrites() throws IOException {
        try (ObjectStore objects = connect("production")) {
            objects.create("head.json", new byte[] {1});
            assertThatExceptionOfType(RemoteConflictException.class)
                    .isThrownBy(() -> objects.create("head.json", new byte[] {2}));
            proxy.ignoreConditionsOfWrites();
            objects.create("head.json", new byte[] {3});
            assertThat(objects.get("head.json").orElseThrow().data()).containsExactly(3);
        }
    }
}
