package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstanceAutomatedBackup;

/** The calls of {@code aws_db_instance_automated_backups_replication}, in the region that backups are copied to. */
final class BackupsReplicationOperations implements Operations {
    private static final String REPLICATING = "replicating";

    /** What is left of a replication that was stopped. */
    private static final String RETAINED = "retained";

    /** The instance is busy, or has no backup yet; the key is new. */
    private static final Set<String> NOT_YET = Set.of("InvalidDBInstanceState", "KMSKeyNotAccessibleFault");

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        return session.batch()
                .read(
                        requests,
                        ids -> ids.size() == 1 ? Map.of() : all(session),
                        id -> find(session, id),
                        (backup, request) -> show(backup, request.prior().attributes()));
    }

    /** Backups of instances of this region are listed, too; they are no replication. */
    private static Map<String, DBInstanceAutomatedBackup> all(AwsSession session) {
        Map<String, DBInstanceAutomatedBackup> all = new LinkedHashMap<>();
        Rds.client(session).describeDBInstanceAutomatedBackupsPaginator().dbInstanceAutomatedBackups().stream()
                .filter(backup -> isReplication(session, backup))
                .forEach(backup -> all.put(backup.dbInstanceAutomatedBackupsArn(), backup));
        return all;
    }

    private static Optional<DBInstanceAutomatedBackup> find(AwsSession session, String id) {
        return Rds.ifFound(() -> Rds.client(session)
                        .describeDBInstanceAutomatedBackups(request -> request.dbInstanceAutomatedBackupsArn(id)))
                .flatMap(answer -> answer.dbInstanceAutomatedBackups().stream()
                        .filter(backup -> isReplication(session, backup))
                        .findFirst());
    }

    private static boolean isReplication(AwsSession session, DBInstanceAutomatedBackup backup) {
        return !RETAINED.equalsIgnoreCase(backup.status())
                && backup.dbInstanceArn() != null
                && !region(backup.dbInstanceArn()).equals(session.region());
    }

    private static String region(String arn) {
        return Arn.fromString(arn).region().orElse("");
    }

    private static ObjectState show(DBInstanceAutomatedBackup backup, MapValue known) {
        return new Attributes(DbInstanceAutomatedBackupsReplicationResource.SCHEMA)
                .from(known)
                .text("id", backup.dbInstanceAutomatedBackupsArn())
                .text("source_db_instance_arn", backup.dbInstanceArn())
                .number("retention_period", backup.backupRetentionPeriod())
                .text("kms_key_id", backup.kmsKeyId())
                .object();
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        String source = desired.required("source_db_instance_arn");
        Waiter waiter = session.waiter(request.timeout().orElse(DbInstanceAutomatedBackupsReplicationResource.TIMEOUT));
        Optional<DBInstanceAutomatedBackup> present = all(session).values().stream()
                .filter(backup -> source.equals(backup.dbInstanceArn()))
                .findFirst();
        DBInstanceAutomatedBackup backup = present.isPresent()
                ? present.get()
                : waiter.whileRefused(NOT_YET, () -> start(session, source, desired));
        MapValue planned = request.planned();
        String id = backup.dbInstanceAutomatedBackupsArn();
        if (desired.differs("retention_period", shown(backup)) || desired.differs("kms_key_id", shown(backup))) {
            throw otherwise(request, id, source);
        }
        return new PartialResult(SdkFailures.SDK, show(backup, planned))
                .then(() -> show(
                        waiter.untilPresent("the backups of " + source + " to be replicated", () -> find(session, id)
                                .filter(found -> REPLICATING.equalsIgnoreCase(found.status()))),
                        planned));
    }

    private static DesiredAttributes shown(DBInstanceAutomatedBackup backup) {
        return new DesiredAttributes(show(backup, MapValue.EMPTY).attributes());
    }

    /** The SDK signs for the source's region a request that RDS makes there on behalf of this one. */
    private static DBInstanceAutomatedBackup start(AwsSession session, String source, DesiredAttributes desired) {
        return Rds.client(session)
                .startDBInstanceAutomatedBackupsReplication(call -> call.sourceDBInstanceArn(source)
                        .sourceRegion(region(source))
                        .backupRetentionPeriod(desired.number("retention_period"))
                        .kmsKeyId(desired.text("kms_key_id")))
                .dbInstanceAutomatedBackup();
    }

    private static ProviderException otherwise(CreateRequest request, String id, String source) {
        return new ProviderException(Diagnostic.error(
                        "The backups of " + source + " are replicated already",
                        "They are kept here for another time, or encrypted with another key, than the definition says.")
                .withHint("To manage that replication: adopt('" + request.address() + "') { id = '" + id + "' }."));
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) {
        return Optional.empty();
    }

    /** Nothing of it can be changed. */
    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) {
        return new ObjectState(request.planned());
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        String id = prior.required("id");
        String source = prior.required("source_db_instance_arn");
        if (find(session, id).isEmpty()) {
            return;
        }
        Waiter waiter = session.waiter(request.timeout().orElse(DbInstanceAutomatedBackupsReplicationResource.TIMEOUT));
        RdsClient rds = Rds.client(session);
        waiter.whileRefused(
                NOT_YET,
                () -> Rds.ifFound(
                        () -> rds.stopDBInstanceAutomatedBackupsReplication(call -> call.sourceDBInstanceArn(source))));
        waiter.until("the replication of the backups of " + source + " to stop", () -> find(session, id)
                .isEmpty());
    }

    @Override
    public List<String> list(AwsSession session) {
        return List.copyOf(all(session).keySet());
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        return find(session, id).map(backup -> show(backup, MapValue.EMPTY));
    }
}
