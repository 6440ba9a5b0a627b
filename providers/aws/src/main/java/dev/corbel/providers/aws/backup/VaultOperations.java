package dev.corbel.providers.aws.backup;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.NamedOperations;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.VolatileAttribute;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import dev.corbel.providers.kit.naming.Naming;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.CreateBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.RecoveryPointByBackupVault;

/** The calls of {@code aws_backup_vault}. */
final class VaultOperations extends NamedOperations<Vault> {
    private static final Duration DELETE = Duration.ofMinutes(10);

    VaultOperations() {
        super(new Naming(
                "backup vault", "name", BackupVaultResource.MAX_NAME_LENGTH, Set.of("AlreadyExistsException")));
    }

    @Override
    protected VaultReader reader(AwsSession session) {
        return new VaultReader(session);
    }

    @Override
    protected Vault call(
            AwsSession session,
            String name,
            DesiredAttributes desired,
            Map<String, String> tags,
            AwsRequestOverrideConfiguration once) {
        CreateBackupVaultResponse vault = Backups.client(session).createBackupVault(call -> call.backupVaultName(name)
                .encryptionKeyArn(desired.text("kms_key_arn"))
                .backupVaultTags(tags)
                .overrideConfiguration(once));
        return new Vault(name, vault.backupVaultArn(), desired.text("kms_key_arn"), 0);
    }

    /** Which key the vault has where none was asked for is in its description alone. */
    @Override
    protected ObjectState finish(AwsSession session, Vault vault, CreateRequest request) throws ProviderException {
        VaultReader reader = reader(session);
        MapValue planned = request.planned();
        ObjectState beginning = reader.show(vault, Tags.of(planned, request.token()), planned);
        return new PartialResult(SdkFailures.SDK, beginning)
                .then(() -> reader.show(
                        session.waiter(IdempotentCreate.PROPAGATION)
                                .untilPresent(
                                        "the backup vault " + vault.name() + " to show",
                                        () -> reader.find(vault.name())),
                        planned));
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        MapValue prior = request.prior().attributes();
        String name = name(prior);
        VaultReader reader = reader(session);
        Vault vault = reader.find(name).orElseThrow(() -> NotFound.exception("backup vault " + name));
        Backups.changeTags(Backups.client(session), vault.arn(), prior, request.planned());
        return VolatileAttribute.asPlanned(reader.show(vault, request.planned()), request.planned(), "recovery_points");
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        String name = name(prior.attributes());
        VaultReader reader = reader(session);
        Optional<Vault> vault = reader.find(name);
        if (vault.isEmpty()) {
            return;
        }
        BackupClient backup = Backups.client(session);
        if (vault.get().backups() > 0) {
            if (!prior.isTrue("force_destroy")) {
                throw notEmpty(name);
            }
            empty(session, name, session.waiter(request.timeout().orElse(DELETE)));
        }
        Backups.ifFound(() -> backup.deleteBackupVault(call -> call.backupVaultName(name)));
    }

    private void empty(AwsSession session, String name, Waiter waiter) throws ProviderException {
        BackupClient backup = Backups.client(session);
        for (RecoveryPointByBackupVault point : backup.listRecoveryPointsByBackupVaultPaginator(
                        call -> call.backupVaultName(name))
                .recoveryPoints()) {
            Backups.ifFound(() -> backup.deleteRecoveryPoint(
                    call -> call.backupVaultName(name).recoveryPointArn(point.recoveryPointArn())));
        }
        waiter.until("the backups of the vault " + name + " to be gone", () -> reader(session)
                .find(name)
                .filter(vault -> vault.backups() > 0)
                .isEmpty());
    }

    private static ProviderException notEmpty(String name) {
        return new ProviderException(Diagnostic.error(
                        "The backup vault \"" + name + "\" is not empty",
                        "AWS deletes empty vaults only. Nothing was deleted.")
                .withHint("Delete its backups; or apply force_destroy = true first, which then deletes them with it."));
    }

    @Override
    public Set<String> listDefaults(AwsSession session, List<String> ids) {
        return ids.stream()
                .filter(id -> id.equals("Default") || id.startsWith("aws/"))
                .collect(Collectors.toSet());
    }
}
