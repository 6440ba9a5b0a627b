package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Deletes an instance, with a last snapshot unless the definition says that there be none. */
final class DbInstanceDeletion {
    private static final Duration DELETE = Duration.ofMinutes(60);

    private final DbInstanceReader reader;
    private final RdsClient rds;
    private final DesiredAttributes prior;
    private final String identifier;
    private final Optional<String> snapshot;
    private final Waiter waiter;

    DbInstanceDeletion(AwsSession session, DbInstanceReader reader, DeleteRequest request) {
        this.reader = reader;
        this.rds = Rds.client(session);
        this.prior = new DesiredAttributes(request.prior().attributes());
        this.identifier = prior.required("identifier");
        this.snapshot = LastSnapshot.name(prior, request.token());
        this.waiter = session.waiter(request.timeout().orElse(DELETE));
    }

    void run() throws ProviderException {
        Optional<DBInstance> instance = reader.find(identifier);
        if (instance.isEmpty()) {
            return;
        }
        if (!isGoing(instance.get())) {
            if (Boolean.TRUE.equals(instance.get().deletionProtection())) {
                throw new ProviderException(isProtected(identifier));
            }
            if (!prior.isTrue("skip_final_snapshot") && snapshot.isEmpty()) {
                throw hasNoSnapshot();
            }
            waiter.whileRefused(Set.of("InvalidDBInstanceState"), this::call);
        }
        waiter.until("the DB instance " + identifier + " to be gone", () -> reader.find(identifier)
                .isEmpty());
    }

    /** An earlier attempt may have begun. */
    private boolean call() {
        if (reader.find(identifier).filter(instance -> !isGoing(instance)).isEmpty()) {
            return false;
        }
        boolean skip = prior.isTrue("skip_final_snapshot");
        return Rds.ifFound(() -> rds.deleteDBInstance(call -> call.dbInstanceIdentifier(identifier)
                        .skipFinalSnapshot(skip)
                        .finalDBSnapshotIdentifier(snapshot.orElse(null))
                        .deleteAutomatedBackups(prior.flag("delete_automated_backups"))))
                .isPresent();
    }

    private static boolean isGoing(DBInstance instance) {
        return DbInstanceStatus.DELETING.equals(instance.dbInstanceStatus());
    }

    static Diagnostic isProtected(String identifier) {
        return Diagnostic.error(
                        "The DB instance \"" + identifier + "\" is protected",
                        "Its deletion_protection is on, so that AWS does not delete it. Nothing was deleted.")
                .withHint("Apply deletion_protection = false first.");
    }

    private ProviderException hasNoSnapshot() {
        return new ProviderException(Diagnostic.error(
                        "The last snapshot of the DB instance \"" + identifier + "\" has no name",
                        "It is to be taken before the instance is deleted. Nothing was deleted.")
                .withHint("Apply final_snapshot_identifier_prefix = '…', or skip_final_snapshot = true, first."));
    }
}
