package dev.corbel.providers.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class IamRoleResourceTest {
    private static final MapValue TASKS =
            Values.map("name", "orders", "assume_role_policy", Policies.TRUST_TASKS, "tags", Values.map("a", "1"));

    private static Bench bench(String type, MotoServer moto) {
        FakeTime time = new FakeTime();
        return Bench.of(type, moto, new ProviderContext(Path.of("."), "test", time, time));
    }

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        try (Bench bench = bench("aws_iam_role", moto)) {
            ObjectState role = bench.create(TASKS);

            assertThat(role.attributes().entries())
                    .containsEntry("id", Value.of("orders"))
                    .containsEntry("arn", Value.of("arn:aws:iam::123456789012:role/orders"))
                    .containsEntry("assume_role_policy", Value.of(Policies.TRUST_TASKS))
                    .containsEntry("max_session_duration", Value.of(3600))
                    .containsEntry("permissions_boundary", Value.ofNull())
                    .containsEntry("tags_all", Values.map("a", "1", "team", "network"));
            assertThat(role.attributes().text("create_date").orElseThrow())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
            assertThat(bench.read(role)).isEqualTo(new ReadResult.Present(role));
        }
    }

    @Test
    void readsManyFromTwoListsAsOneByOne(MotoServer moto) throws Exception {
        try (Bench bench = bench("aws_iam_role", moto)) {
            ObjectState plain = bench.create(TASKS);
            ObjectState full = bench.create(TASKS.with("name", Value.of("full"))
                    .with("description", Value.of("has everything"))
                    .with("max_session_duration", Value.of(7200))
                    .with("permissions_boundary", Value.of("arn:aws:iam::aws:policy/ReadOnlyAccess")));
            ObjectState gone = bench.create(TASKS.with("name", Value.of("gone")));
            bench.delete(gone);

            assertThat(bench.read(List.of(gone, full, plain)))
                    .containsExactly(
                            new ReadResult.Absent(), new ReadResult.Present(full), new ReadResult.Present(plain));
            assertThat(Stream.of(full, plain).map(bench::read))
                    .containsExactly(new ReadResult.Present(full), new ReadResult.Present(plain));
        }
    }

    @Test
    void planningAnotherSpellingOfThePolicyChangesNothing(MotoServer moto) throws Exception {
        try (Bench bench = bench("aws_iam_role", moto)) {
            ObjectState role = bench.create(TASKS);

            MapValue spelt = TASKS.with("assume_role_policy", Value.of(Policies.TRUST_TASKS.replace(" ", "")));

            assertThat(bench.plan(role.attributes(), spelt).attributes().entries())
                    .isEqualTo(role.attributes().entries());
        }
    }

    @Test
    void takesThePermissionsBoundaryAwayAgain(MotoServer moto) throws Exception {
        try (Bench bench = bench("aws_iam_role", moto)) {
            ObjectState limited = bench.create(
                    TASKS.with("permissions_boundary", Value.of("arn:aws:iam::aws:policy/ReadOnlyAccess")));

            ObjectState free = bench.update(limited, TASKS);

            assertThat(free.attributes().get("permissions_boundary")).isEqualTo(Value.ofNull());
        }
    }

    @Test
    void makesUpTheSameNameForTheSameOperation(MotoServer moto) throws Exception {
        try (Bench bench = bench("aws_iam_role", moto)) {
            MapValue nameless = TASKS.with("name", Value.ofNull()).with("name_prefix", Value.of("orders-"));

            ObjectState role = bench.create(nameless, "operation-1");

            assertThat(role.attributes().text("name").orElseThrow()).matches("orders-[a-z0-9]{26}");
            assertThat(bench.type().recover(bench.session(), bench.request(nameless, "operation-1")))
                    .hasValue(role);
        }
    }

    @Test
    void takesOverNoRoleOfSomebodyElse(MotoServer moto) throws Exception {
        try (Bench bench = bench("aws_iam_role", moto)) {
            bench.create(TASKS);

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(TASKS))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The role \"orders\" is there already",
                                            "This account has a role of this name that Corbel did not create here.")
                                    .withHint("To manage it: adopt('aws_iam_role.test') { id = 'orders' }.")));
        }
    }

    @Test
    void isDeletedWithForeignPoliciesOnlyWhenToldTo(MotoServer moto) throws Exception {
        try (Bench bench = bench("aws_iam_role", moto);
                Bench policies = bench("aws_iam_policy", moto)) {
            ObjectState role = bench.create(TASKS);
            String policy = policies.create(Values.map("name", "files", "policy", Policies.READ))
                    .attributes()
                    .text("arn")
                    .orElseThrow();
            Iam.client(bench.session())
                    .putRolePolicy(
                            call -> call.roleName("orders").policyName("theirs").policyDocument(Policies.READ));
            Iam.client(bench.session())
                    .attachRolePolicy(call -> call.roleName("orders").policyArn(policy));

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.delete(role))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The role \"orders\" still has policies or instance profiles",
                                            "IAM deletes a role only after all policies and instance profiles were"
                                                    + " taken from it. Corbel takes away those that it manages;"
                                                    + " somebody added more.")
                                    .withHint("Take them away; or apply force_detach_policies = true first, which"
                                            + " then takes all policies away.")));

            ObjectState forced = bench.update(role, TASKS.with("force_detach_policies", Value.of(true)));
            bench.delete(forced);

            assertThat(bench.read(forced)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void listsWhatRolesHave(MotoServer moto) throws Exception {
        try (Bench roles = bench("aws_iam_role", moto);
                Bench inside = bench("aws_iam_role_policy", moto);
                Bench policies = bench("aws_iam_policy", moto);
                Bench attached = bench("aws_iam_role_policy_attachment", moto)) {
            roles.create(TASKS);
            Value arn = policies.create(Values.map("name", "files", "policy", Policies.READ))
                    .attributes()
                    .get("arn");
            ObjectState policy = inside.create(Values.map("role", "orders", "policy", Policies.READ));
            attached.create(Values.map("role", "orders", "policy_arn", arn));

            assertThat(policy.attributes().text("name").orElseThrow()).matches("test-[a-z0-9]{26}");
            assertThat(inside.type().list(inside.session()))
                    .containsExactly(policy.attributes().text("id").orElseThrow());
            assertThat(attached.type().list(attached.session()))
                    .containsExactly("orders/arn:aws:iam::123456789012:policy/files");
        }
    }
}
