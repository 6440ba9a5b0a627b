package dev.corbel.providers.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What takes RDS its time, and no emulator's. */
class InstanceWaitingTest {
    private static final MapValue ORDERS = Values.map(
            "identifier",
            "orders",
            "engine",
            "postgres",
            "instance_class",
            "db.t4g.medium",
            "allocated_storage",
            20,
            "manage_master_user_password",
            true,
            "skip_final_snapshot",
            true);

    private final FakeAws aws = new FakeAws();
    private final FakeTime time = new FakeTime();

    @AfterEach
    void close() {
        aws.close();
    }

    private Bench bench() {
        return Bench.at("aws_db_instance", aws.endpoint(), new ProviderContext(Path.of("."), "test", time, time));
    }

    /** An instance as RDS writes it; later elements stand beside the ones that are always there. */
    private static String instance(String status, String instanceClass, String secret, String more) {
        return "<DBInstance><DBInstanceIdentifier>orders</DBInstanceIdentifier><DbiResourceId>db-ABC</DbiResourceId>"
                + "<DBInstanceArn>arn:aws:rds:eu-central-1:123456789012:db:orders</DBInstanceArn>"
                + "<Engine>postgres</Engine><EngineVersion>16.4</EngineVersion><AllocatedStorage>20</AllocatedStorage>"
                + "<AutoMinorVersionUpgrade>true</AutoMinorVersionUpgrade>"
                + "<DBInstanceStatus>" + status + "</DBInstanceStatus>"
                + "<DBInstanceClass>" + instanceClass + "</DBInstanceClass>"
                + "<MasterUserSecret><SecretArn>arn:secret</SecretArn><SecretStatus>" + secret
                + "</SecretStatus></MasterUserSecret>"
                + "<TagList><Tag><Key>team</Key><Value>network</Value></Tag></TagList>" + more + "</DBInstance>";
    }

    private static String available() {
        return instance("available", "db.t4g.medium", "active", "");
    }

    private FakeAws describes(String instance) {
        return aws.answers(RdsAnswers.result("DescribeDBInstances", "<DBInstances>" + instance + "</DBInstances>"));
    }

    private ObjectState created(Bench bench) throws ProviderException {
        aws.answers(RdsAnswers.result("CreateDBInstance", instance("creating", "db.t4g.medium", "creating", "")));
        describes(available());
        return bench.create(ORDERS);
    }

    @Test
    void waitsForTheInstanceAndForItsSecret() throws Exception {
        aws.answers(RdsAnswers.result("CreateDBInstance", instance("creating", "db.t4g.medium", "creating", "")));
        describes(instance("creating", "db.t4g.medium", "creating", ""));
        describes(instance("backing-up", "db.t4g.medium", "active", ""));
        describes(instance("available", "db.t4g.medium", "creating", ""));
        describes(available());
        try (Bench bench = bench()) {
            ObjectState instance = bench.create(ORDERS);

            assertThat(instance.attributes().get("status")).isEqualTo(Value.of("available"));
            assertThat(time.pauses()).hasSize(3);
        }
    }

    @Test
    void tellsOfAnInstanceThatFailsAndCarriesIt() {
        aws.answers(RdsAnswers.result("CreateDBInstance", instance("creating", "db.t4g.medium", "creating", "")));
        describes(instance("incompatible-network", "db.t4g.medium", "active", ""));
        try (Bench bench = bench()) {
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(ORDERS))
                    .satisfies(failure -> {
                        assertThat(failure.diagnostic())
                                .isEqualTo(Diagnostic.error(
                                                "The DB instance \"orders\" has failed",
                                                "Its status is incompatible-network.")
                                        .withHint("The events of the instance in the console of RDS tell why."));
                        assertThat(failure.object().orElseThrow().attributes().get("id"))
                                .isEqualTo(Value.of("db-ABC"));
                    });
        }
    }

    @Test
    void waitsUntilChangesAreMadeThatAreToBeMadeAtOnce() throws Exception {
        MapValue larger =
                ORDERS.with("instance_class", Value.of("db.m7g.large")).with("apply_immediately", Value.of(true));
        String pending =
                "<PendingModifiedValues><DBInstanceClass>db.m7g.large</DBInstanceClass>" + "</PendingModifiedValues>";
        try (Bench bench = bench()) {
            ObjectState instance = created(bench);
            describes(available());
            aws.answers(RdsAnswers.result("ModifyDBInstance", available()));
            describes(instance("available", "db.t4g.medium", "active", pending));
            describes(instance("modifying", "db.t4g.medium", "active", pending));
            describes(instance("available", "db.m7g.large", "active", ""));
            describes(instance("available", "db.m7g.large", "active", ""));

            ObjectState changed = bench.update(instance, larger);

            assertThat(changed.attributes().get("instance_class")).isEqualTo(Value.of("db.m7g.large"));
            assertThat(time.pauses()).hasSize(2);
            assertThat(aws.calls().get(3).body())
                    .contains("ApplyImmediately=true", "DBInstanceClass=db.m7g.large")
                    .doesNotContain("AllocatedStorage", "BackupRetentionPeriod", "MasterUser");
        }
    }

    @Test
    void takesChangesForDoneThatWaitForTheMaintenanceWindow() throws Exception {
        String waiting = instance(
                "available",
                "db.t4g.medium",
                "active",
                "<PendingModifiedValues><DBInstanceClass>db.m7g.large</DBInstanceClass></PendingModifiedValues>");
        try (Bench bench = bench()) {
            ObjectState instance = created(bench);
            describes(available());
            aws.answers(RdsAnswers.result("ModifyDBInstance", waiting));
            describes(waiting);
            describes(waiting);
            describes(waiting);

            ObjectState changed = bench.update(instance, ORDERS.with("instance_class", Value.of("db.m7g.large")));

            assertThat(changed.attributes().get("instance_class")).isEqualTo(Value.of("db.m7g.large"));
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
        }
    }

    @Test
    void mendsWhatHasFailed() throws Exception {
        MapValue larger = ORDERS.with("allocated_storage", Value.of(40)).with("apply_immediately", Value.of(true));
        String mended = available().replace("<AllocatedStorage>20<", "<AllocatedStorage>40<");
        try (Bench bench = bench()) {
            ObjectState instance = created(bench);
            describes(instance("storage-full", "db.t4g.medium", "active", ""));
            aws.answers(RdsAnswers.result("ModifyDBInstance", available()));
            describes(instance("storage-full", "db.t4g.medium", "active", ""));
            describes(mended);
            describes(mended);

            assertThat(bench.update(instance, larger).attributes().get("status"))
                    .isEqualTo(Value.of("available"));
        }
    }

    @Test
    void listsNoInstanceOfACluster() throws Exception {
        try (Bench bench = bench()) {
            describes(available()
                    + instance(
                                    "available",
                                    "db.r7g.large",
                                    "active",
                                    "<DBClusterIdentifier>orders</DBClusterIdentifier>")
                            .replace("<DBInstanceIdentifier>orders<", "<DBInstanceIdentifier>orders-1<"));

            assertThat(bench.type().list(bench.session())).containsExactly("orders");
        }
    }

    @Test
    void waitsWhileAnotherChangeIsUnderWay() throws Exception {
        try (Bench bench = bench()) {
            ObjectState instance = created(bench);
            describes(available());
            aws.answers(400, Map.of(), RdsAnswers.error("InvalidDBInstanceState", "It is modifying"))
                    .answers(RdsAnswers.result("ModifyDBInstance", available()));
            String kept = instance(
                    "available", "db.t4g.medium", "active", "<BackupRetentionPeriod>7</BackupRetentionPeriod>");
            describes(kept);
            describes(kept);

            ObjectState changed = bench.update(instance, ORDERS.with("backup_retention_period", Value.of(7)));

            assertThat(changed.attributes().get("backup_retention_period")).isEqualTo(Value.of(7));
            assertThat(time.pauses()).hasSize(1);
        }
    }

    @Test
    void waitsUntilTheInstanceIsGoneAndGoesOnWithADeletionThatHasBegun() throws Exception {
        try (Bench bench = bench()) {
            ObjectState instance = created(bench);
            describes(instance("deleting", "db.t4g.medium", "active", ""));
            describes(instance("deleting", "db.t4g.medium", "active", ""));
            aws.answers(404, Map.of(), RdsAnswers.error("DBInstanceNotFound", "It is gone"));

            bench.delete(instance);

            assertThat(aws.actions()).doesNotContain("DeleteDBInstance");
            assertThat(time.pauses()).hasSize(1);
        }
    }
}
