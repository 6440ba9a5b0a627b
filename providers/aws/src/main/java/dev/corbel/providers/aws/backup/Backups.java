package dev.corbel.providers.aws.backup;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupException;

/** The client of AWS Backup, and the parts that its types share. */
final class Backups {
    private Backups() {}

    static BackupClient client(AwsSession session) {
        return session.client(BackupClient.class, BackupClient::builder);
    }

    /** The answer; empty where the service says that there is no such object. */
    static <T> Optional<T> ifFound(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (BackupException failure) {
            if (ErrorClass.of(failure) == ErrorClass.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** The same where the service says something else of what is not there, so that its list decides. */
    static <T> Optional<T> ifFound(Supplier<T> call, String code, BooleanSupplier isListed) {
        try {
            return ifFound(call);
        } catch (BackupException failure) {
            if (!ErrorClass.code(failure).equals(code) || isListed.getAsBoolean()) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    static Map<String, String> tags(BackupClient backup, String arn) {
        Map<String, String> tags = new LinkedHashMap<>();
        ifFound(() -> {
            backup.listTagsPaginator(request -> request.resourceArn(arn)).forEach(page -> tags.putAll(page.tags()));
            return tags;
        });
        return tags;
    }

    static void changeTags(BackupClient backup, String arn, MapValue prior, MapValue planned) {
        Tags.Change change = Tags.Change.between(prior, planned);
        if (!change.removed().isEmpty()) {
            backup.untagResource(request -> request.resourceArn(arn).tagKeyList(change.removed()));
        }
        if (!change.set().isEmpty()) {
            backup.tagResource(request -> request.resourceArn(arn).tags(change.set()));
        }
    }
}
