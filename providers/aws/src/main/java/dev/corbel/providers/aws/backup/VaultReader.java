package dev.corbel.providers.aws.backup;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.NamedReader;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;
import software.amazon.awssdk.services.backup.model.DescribeBackupVaultResponse;

/** Reads vaults. The service lists them without their tags. */
final class VaultReader implements NamedReader<Vault> {
    private final AwsSession session;
    private final BackupClient backup;

    VaultReader(AwsSession session) {
        this.session = session;
        this.backup = Backups.client(session);
    }

    @Override
    public Map<String, Vault> all() {
        Map<String, Vault> all = new LinkedHashMap<>();
        for (BackupVaultListMember vault :
                backup.listBackupVaultsPaginator(request -> {}).backupVaultList()) {
            all.put(
                    vault.backupVaultName(),
                    new Vault(
                            vault.backupVaultName(),
                            vault.backupVaultArn(),
                            vault.encryptionKeyArn(),
                            count(vault.numberOfRecoveryPoints())));
        }
        return all;
    }

    private static long count(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    /** Of a vault that is not there the service says that access is denied; then its list decides. */
    @Override
    public Optional<Vault> find(String name) {
        return Backups.ifFound(
                        () -> backup.describeBackupVault(request -> request.backupVaultName(name)),
                        "AccessDeniedException",
                        () -> all().containsKey(name))
                .map(VaultReader::vault);
    }

    private static Vault vault(DescribeBackupVaultResponse vault) {
        return new Vault(
                vault.backupVaultName(),
                vault.backupVaultArn(),
                vault.encryptionKeyArn(),
                count(vault.numberOfRecoveryPoints()));
    }

    @Override
    public Map<String, String> tags(Vault vault) {
        return Backups.tags(backup, vault.arn());
    }

    @Override
    public ObjectState show(Vault vault, Map<String, String> tags, MapValue known) {
        Attributes attributes = new Attributes(BackupVaultResource.SCHEMA)
                .from(known)
                .text("id", vault.name())
                .text("name", vault.name())
                .text("arn", vault.arn())
                .text("kms_key_arn", vault.key())
                .number("recovery_points", vault.backups())
                .flag("force_destroy", new DesiredAttributes(known).isTrue("force_destroy"));
        Tags.show(attributes, tags, known, session);
        return attributes.object();
    }
}
