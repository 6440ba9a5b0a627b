package dev.corbel.providers.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType.PreflightRequest;
import dev.corbel.providers.api.ResourceType.Step;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class DbInstanceResourceTest {
    private static final MapValue ORDERS = Values.map(
            "identifier",
            "orders",
            "engine",
            "postgres",
            "engine_version",
            "16.4",
            "instance_class",
            "db.t4g.medium",
            "allocated_storage",
            20,
            "username",
            "corbel",
            "password",
            "a-long-secret",
            "skip_final_snapshot",
            true);

    private static Bench bench(MotoServer moto) {
        FakeTime time = new FakeTime();
        return Bench.of("aws_db_instance", moto, new ProviderContext(Path.of("."), "test", time, time));
    }

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        try (Bench bench = bench(moto)) {
            ObjectState instance = bench.create(ORDERS);

            assertThat(instance.attributes().entries())
                    .containsEntry("arn", Value.of("arn:aws:rds:eu-central-1:123456789012:db:orders"))
                    .containsEntry("address", Value.of("orders.aaaaaaaaaa.eu-central-1.rds.amazonaws.com"))
                    .containsEntry("endpoint", Value.of("orders.aaaaaaaaaa.eu-central-1.rds.amazonaws.com:5432"))
                    .containsEntry("port", Value.of(5432))
                    .containsEntry("status", Value.of("available"))
                    .containsEntry("engine_version_actual", Value.of("16.4"))
                    .containsEntry("tags_all", Values.map("team", "network"));
            assertThat(instance.attributes().get("id"))
                    .isEqualTo(instance.attributes().get("resource_id"));
            assertThat(bench.read(instance)).isEqualTo(new ReadResult.Present(instance));
            assertThat(bench.plan(instance.attributes(), ORDERS).attributes().entries())
                    .isEqualTo(instance.attributes().entries());
        }
    }

    @Test
    void tellsTheSecretOfAPasswordThatAwsManages(MotoServer moto) throws Exception {
        MapValue managed = ORDERS.with("password", Value.ofNull()).with("manage_master_user_password", Value.of(true));
        try (Bench bench = bench(moto)) {
            ObjectState instance = bench.create(managed);

            MapValue secret = (MapValue) ((ListValue) instance.attributes().get("master_user_secret"))
                    .elements()
                    .get(0);
            assertThat(secret.text("secret_arn").orElseThrow())
                    .startsWith("arn:aws:secretsmanager:eu-central-1:123456789012:secret:rds!db-");
            assertThat(secret.text("secret_status")).hasValue("active");

            ObjectState own = bench.update(instance, ORDERS);
            assertThat(own.attributes().get("master_user_secret")).isEqualTo(ListValue.EMPTY);
            assertThat(own.attributes().get("manage_master_user_password")).isEqualTo(Value.ofNull());
        }
    }

    @Test
    void storesNoPasswordThatIsWrittenOnly(MotoServer moto) throws Exception {
        MapValue written = ORDERS.with("password", Value.ofNull()).with("password_wo_version", Value.of(1));
        try (Bench bench = bench(moto)) {
            var request = bench.request(written.with("password_wo", Value.of("a-long-secret")), "operation-1");

            ObjectState instance = bench.type().create(bench.session(), request);

            assertThat(instance.attributes().get("password_wo")).isEqualTo(Value.ofNull());
            assertThat(instance.attributes().get("password_wo_version")).isEqualTo(Value.of(1));
        }
    }

    @Test
    void makesUpTheSameIdentifierForTheSameOperation(MotoServer moto) throws Exception {
        MapValue prefixed = ORDERS.with("identifier", Value.ofNull()).with("identifier_prefix", Value.of("orders-"));
        try (Bench bench = bench(moto)) {
            ObjectState instance = bench.create(prefixed, "operation-1");

            assertThat(instance.attributes().text("identifier").orElseThrow()).matches("orders-[a-z0-9]{26}");
            assertThat(bench.type().recover(bench.session(), bench.request(prefixed, "operation-1")))
                    .hasValue(instance);
        }
    }

    @Test
    void takesNoInstanceOfSomebodyElse(MotoServer moto) throws Exception {
        try (Bench bench = bench(moto)) {
            bench.create(ORDERS, "operation-of-somebody-else");

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.type().recover(bench.session(), bench.request(ORDERS, "operation-1")))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The DB instance \"orders\" is there already",
                                            "This account has a DB instance of this name that Corbel did not create"
                                                    + " here.")
                                    .withHint("To manage it: adopt('aws_db_instance.test') { id = 'orders' }.")));
        }
    }

    @Test
    void renamesAtOnceAndNotLater(MotoServer moto) throws Exception {
        MapValue renamed = ORDERS.with("identifier", Value.of("invoices"));
        try (Bench bench = bench(moto)) {
            ObjectState instance = bench.create(ORDERS);

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.update(instance, renamed))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The DB instance \"orders\" cannot be renamed later",
                                            "Until the maintenance window it would keep its name, and not be found"
                                                    + " under the new one.")
                                    .withHint("Set apply_immediately = true while you rename it.")));

            ObjectState invoices = bench.update(instance, renamed.with("apply_immediately", Value.of(true)));
            assertThat(invoices.attributes().text("endpoint").orElseThrow()).startsWith("invoices.");
            assertThat(bench.read(List.of(instance, invoices)))
                    .containsExactly(new ReadResult.Absent(), new ReadResult.Present(invoices));
        }
    }

    @Test
    void exportsLogs(MotoServer moto) throws Exception {
        try (Bench bench = bench(moto)) {
            ObjectState instance =
                    bench.create(ORDERS.with("enabled_cloudwatch_logs_exports", Value.list(Value.of("postgresql"))));

            ObjectState changed = bench.update(
                    instance, ORDERS.with("enabled_cloudwatch_logs_exports", Value.list(Value.of("upgrade"))));

            assertThat(changed.attributes().get("enabled_cloudwatch_logs_exports"))
                    .isEqualTo(Value.list(Value.of("upgrade")));
            assertThat(bench.update(changed, ORDERS).attributes().get("enabled_cloudwatch_logs_exports"))
                    .isEqualTo(Value.ofNull());
        }
    }

    @Test
    void restoresASnapshotAndChangesWhatTheDefinitionSaysOtherwise(MotoServer moto) throws Exception {
        MapValue restored = Values.map(
                "identifier",
                "orders-again",
                "snapshot_identifier",
                "orders-before",
                "instance_class",
                "db.m7g.large",
                "backup_retention_period",
                30,
                "password",
                "another-long-secret",
                "skip_final_snapshot",
                true);
        try (Bench bench = bench(moto)) {
            bench.create(ORDERS);
            moto.query(
                    "rds",
                    "eu-central-1",
                    "Action=CreateDBSnapshot&Version=2014-10-31&DBInstanceIdentifier=orders"
                            + "&DBSnapshotIdentifier=orders-before");

            ObjectState instance = bench.create(restored, "operation-1");

            assertThat(instance.attributes().entries())
                    .containsEntry("engine", Value.of("postgres"))
                    .containsEntry("username", Value.of("corbel"))
                    .containsEntry("instance_class", Value.of("db.m7g.large"))
                    .containsEntry("backup_retention_period", Value.of(30))
                    .containsEntry("apply_immediately", Value.of(false));
            assertThat(bench.read(instance)).isEqualTo(new ReadResult.Present(instance));
            assertThat(bench.type().recover(bench.session(), bench.request(restored, "operation-1")))
                    .hasValue(instance);
            assertThat(bench.plan(instance.attributes(), restored).attributes().entries())
                    .isEqualTo(instance.attributes().entries());
        }
    }

    @Test
    void asksForAnEngineWhereNothingIsRestored() {
        assertThat(new DbInstanceResource().validate(ORDERS.with("engine", Value.ofNull())))
                .containsExactly(Diagnostic.error(
                                "engine is missing", "It says what kind of database to make, where none is restored.")
                        .withHint("Set engine, such as engine = 'postgres'; or snapshot_identifier."));
    }

    @Test
    void isNotDeletedWhileItIsProtected(MotoServer moto) throws Exception {
        MapValue guarded = ORDERS.with("deletion_protection", Value.of(true));
        try (Bench bench = bench(moto)) {
            ObjectState instance = bench.create(guarded);

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.delete(instance))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The DB instance \"orders\" is protected",
                                            "Its deletion_protection is on, so that AWS does not delete it. Nothing was"
                                                    + " deleted.")
                                    .withHint("Apply deletion_protection = false first.")));

            ObjectState open = bench.update(instance, ORDERS);
            bench.delete(open);
            assertThat(bench.read(open)).isEqualTo(new ReadResult.Absent());
        }
    }

    /** What a plan that deletes it is told. */
    private static List<Diagnostic> problems(Bench bench, ObjectState instance) {
        return bench.type()
                .preflight(
                        bench.session(),
                        List.of(new PreflightRequest(
                                Step.DELETE, Address.resource("aws_db_instance", "test"), instance.attributes())));
    }

    @Test
    void saysInAdvanceThatAProtectedInstanceIsNotDeleted(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_db_instance", moto)) {
            ObjectState instance = bench.create(ORDERS.with("deletion_protection", Value.of(true)));

            assertThat(problems(bench, instance))
                    .extracting(Diagnostic::summary)
                    .containsExactly("The DB instance \"orders\" is protected");
        }
    }

    @Test
    void leavesALastSnapshot(MotoServer moto) throws Exception {
        MapValue kept = ORDERS.with("skip_final_snapshot", Value.of(false));
        try (Bench bench = bench(moto)) {
            ObjectState instance = bench.create(kept);

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.delete(instance))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The last snapshot of the DB instance \"orders\" has no name",
                                            "It is to be taken before the instance is deleted. Nothing was deleted.")
                                    .withHint(
                                            "Apply final_snapshot_identifier_prefix = '…', or skip_final_snapshot = true,"
                                                    + " first.")));

            assertThat(problems(bench, bench.found("orders"))).isEmpty();
            bench.delete(bench.update(instance, kept.with("final_snapshot_identifier", Value.of("orders-last"))));

            ObjectState second = bench.create(kept.with("final_snapshot_identifier", Value.of("orders-last")));
            assertThat(problems(bench, second))
                    .extracting(Diagnostic::summary)
                    .containsExactly("There is a snapshot \"orders-last\" already");
            ObjectState renamed =
                    bench.update(second, kept.with("final_snapshot_identifier_prefix", Value.of("orders-last-")));
            assertThat(problems(bench, renamed)).isEmpty();
            bench.delete(renamed);
            assertThat(moto.query("rds", "eu-central-1", "Action=DescribeDBSnapshots&Version=2014-10-31"))
                    .containsPattern("orders-last-[0-9a-f]{26}");
            assertThat(moto.query(
                            "rds",
                            "eu-central-1",
                            "Action=DescribeDBSnapshots&Version=2014-10-31&DBSnapshotIdentifier=orders-last"))
                    .contains("orders-last");
        }
    }

    @Test
    void followsAMinorVersionThatTheDefinitionLeavesOpen(MotoServer moto) throws Exception {
        MapValue open = ORDERS.with("engine_version", Value.of("16"));
        try (Bench bench = bench(moto)) {
            ObjectState instance = bench.create(open);
            moto.query(
                    "rds",
                    "eu-central-1",
                    "Action=ModifyDBInstance&Version=2014-10-31&DBInstanceIdentifier=orders&EngineVersion=16.9");

            MapValue read = ((ReadResult.Present) bench.read(instance)).object().attributes();
            assertThat(read.get("engine_version")).isEqualTo(Value.of("16"));
            assertThat(read.get("engine_version_actual")).isEqualTo(Value.of("16.9"));
        }
    }

    @Test
    void takesGrowthOfStorageForNoDifference(MotoServer moto) throws Exception {
        MapValue growing = ORDERS.with("max_allocated_storage", Value.of(100));
        try (Bench bench = bench(moto)) {
            ObjectState instance = bench.create(growing);
            moto.query(
                    "rds",
                    "eu-central-1",
                    "Action=ModifyDBInstance&Version=2014-10-31&DBInstanceIdentifier=orders&AllocatedStorage=40");

            assertThat(bench.read(instance)).isEqualTo(new ReadResult.Present(instance));
        }
    }

    @Test
    void warnsOfALastSnapshotWithoutANameAndRefusesTwoPasswords() {
        assertThat(new DbInstanceResource()
                        .validate(ORDERS.with("skip_final_snapshot", Value.of(false))
                                .with("manage_master_user_password", Value.of(true))))
                .containsExactly(
                        Diagnostic.error(
                                "manage_master_user_password conflicts with password", "Set one of them, or neither."),
                        Diagnostic.warning(
                                        "final_snapshot_identifier is missing",
                                        "A last snapshot is taken before the instance is deleted, and it needs a name."
                                                + " Until it has one the instance cannot be deleted.")
                                .withHint("Set final_snapshot_identifier_prefix or final_snapshot_identifier, or"
                                        + " skip_final_snapshot = true."));
    }
}
