package dev.corbel.providers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.LocalStackExtension;
import dev.corbel.emulators.LocalStackServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of an object of each basic type on a second emulator; the whole contract runs on the first. */
@ExtendWith(LocalStackExtension.class)
class LocalStackTest {
    private static final String TRUST =
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                    + " \"sts:AssumeRole\", \"Principal\": {\"Service\": \"ecs-tasks.amazonaws.com\"}}]}";
    private static final String POLICY = "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\","
            + " \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}]}";

    private final LocalStackServer localStack;
    private final String name = "acme-" + UUID.randomUUID();

    LocalStackTest(LocalStackServer localStack) {
        this.localStack = localStack;
    }

    private Bench bench(String type) {
        FakeTime time = new FakeTime();
        return Bench.at(type, localStack.endpoint().toString(), new ProviderContext(Path.of("."), "test", time, time));
    }

    /** Created, read, found again by its operation, changed, listed and imported. */
    private ObjectState live(String type, MapValue configuration, MapValue changed) throws Exception {
        try (Bench bench = bench(type)) {
            ObjectState object = bench.create(configuration, "operation-" + name);
            assertThat(bench.read(object)).as("created").isEqualTo(new ReadResult.Present(object));
            assertThat(bench.plan(object.attributes(), configuration)
                            .attributes()
                            .entries())
                    .as("planned again")
                    .isEqualTo(object.attributes().entries());
            ObjectState updated = bench.update(object, changed);
            assertThat(bench.read(updated)).as("updated").isEqualTo(new ReadResult.Present(updated));
            return updated;
        }
    }

    private void die(String type, ObjectState object) throws Exception {
        try (Bench bench = bench(type)) {
            bench.delete(object);
            assertThat(bench.read(object)).as("deleted").isEqualTo(new ReadResult.Absent());
        }
    }

    private void lifeOf(String type, MapValue configuration, MapValue changed) throws Exception {
        die(type, live(type, configuration, changed));
    }

    @Test
    void aNetwork() throws Exception {
        MapValue network = Values.map("cidr_block", "10.20.0.0/16", "tags", Values.map("Name", name));
        ObjectState vpc = live("aws_vpc", network, network.with("enable_dns_hostnames", Value.of(true)));
        MapValue part = Values.map("vpc_id", vpc.attributes().get("id"), "cidr_block", "10.20.1.0/24");

        lifeOf("aws_subnet", part, part.with("map_public_ip_on_launch", Value.of(true)));
        die("aws_vpc", vpc);
    }

    @Test
    void aBucket() throws Exception {
        MapValue bucket = Values.map("bucket", name, "tags", Values.map("Name", name));

        lifeOf("aws_s3_bucket", bucket, bucket.with("tags", Values.map("stage", "test")));
    }

    @Test
    void aRoleAndAPolicy() throws Exception {
        MapValue trust = Values.map("name", name, "assume_role_policy", TRUST, "tags", Values.map("Name", name));
        MapValue policy = Values.map("name", name, "policy", POLICY);
        MapValue inside = Values.map("role", name, "name", "files", "policy", POLICY);
        String wider = POLICY.replace("GetObject", "*");

        ObjectState role = live("aws_iam_role", trust, trust.with("description", Value.of("runs tasks")));
        lifeOf("aws_iam_role_policy", inside, inside.with("policy", Value.of(wider)));
        lifeOf("aws_iam_policy", policy, policy.with("policy", Value.of(wider)));
        die("aws_iam_role", role);
    }

    @Test
    void aKey() throws Exception {
        MapValue key = Values.map("description", name);

        live("aws_kms_key", key, key.with("description", Value.of("of orders")));
    }

    @Test
    void aSecret() throws Exception {
        MapValue secret = Values.map("name", name, "recovery_window_in_days", 0);

        live("aws_secretsmanager_secret", secret, secret.with("description", Value.of("of orders")));
    }
}
