package dev.corbel.providers.aws.kms;

import dev.corbel.providers.aws.client.AwsSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;

/** Reads aliases: all with a list, or one by asking for its key. */
final class AliasReader {
    private static final String OF_AWS = "alias/aws/";

    private final KmsClient kms;

    AliasReader(AwsSession session) {
        this.kms = Kms.client(session);
    }

    /** Those that the account gave, by name. */
    Map<String, Alias> all() {
        Map<String, Alias> all = new LinkedHashMap<>();
        for (AliasListEntry entry : kms.listAliasesPaginator().aliases()) {
            if (!entry.aliasName().startsWith(OF_AWS) && entry.targetKeyId() != null) {
                String owner = entry.aliasArn()
                        .substring(
                                0, entry.aliasArn().length() - entry.aliasName().length());
                all.put(entry.aliasName(), new Alias(entry.aliasName(), owner, entry.targetKeyId()));
            }
        }
        return all;
    }

    Optional<Alias> find(String name) {
        return Kms.ifFound(() -> of(name, name));
    }

    /** The alias of this name for a key. */
    Alias of(String name, String key) {
        String arn = kms.describeKey(call -> call.keyId(key)).keyMetadata().arn();
        int end = arn.indexOf(":key/") + 1;
        return new Alias(name, arn.substring(0, end), arn.substring(end + "key/".length()));
    }
}
