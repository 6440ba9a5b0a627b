package dev.corbel.providers.aws.logs;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.NamedOperations;
import dev.corbel.providers.aws.resource.NamedReader;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Propagation;
import dev.corbel.providers.kit.naming.Naming;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** The calls of {@code aws_cloudwatch_log_group}. */
final class LogGroupOperations extends NamedOperations<LogGroup> {
    /** Another change of the same log group is under way. */
    private static final Set<String> BUSY = Set.of("OperationAbortedException");

    LogGroupOperations() {
        super(new Naming(
                "log group",
                "name",
                CloudwatchLogGroupResource.MAX_NAME_LENGTH,
                Set.of("ResourceAlreadyExistsException")));
    }

    @Override
    protected NamedReader<LogGroup> reader(AwsSession session) {
        return new LogGroupReader(session);
    }

    @Override
    protected Set<String> notYet(DesiredAttributes desired) {
        return BUSY;
    }

    @Override
    protected LogGroup call(
            AwsSession session,
            String name,
            DesiredAttributes desired,
            Map<String, String> tags,
            AwsRequestOverrideConfiguration once) {
        Logs.client(session).createLogGroup(call -> call.logGroupName(name)
                .logGroupClass(desired.text("log_group_class"))
                .kmsKeyId(desired.text("kms_key_id"))
                .tags(tags)
                .overrideConfiguration(once));
        return LogGroup.builder().logGroupName(name).build();
    }

    @Override
    protected ObjectState finish(AwsSession session, LogGroup created, CreateRequest request) throws ProviderException {
        String name = created.logGroupName();
        LogGroupReader reader = new LogGroupReader(session);
        LogGroup group = session.waiter(IdempotentCreate.PROPAGATION)
                .untilPresent("the log group " + name + " to show", () -> reader.find(name));
        return new PartialResult(SdkFailures.SDK, reader.show(group, request.planned())).then(() -> {
            setRetention(session, name, new DesiredAttributes(request.planned()), group.retentionInDays());
            return settled(session, name, request.planned());
        });
    }

    private static ObjectState settled(AwsSession session, String name, MapValue planned) throws ProviderException {
        LogGroupReader reader = new LogGroupReader(session);
        return Propagation.read(
                session.waiter(IdempotentCreate.READ_LAG), "log group " + name, planned, () -> reader.find(name)
                        .map(group -> reader.show(group, planned)));
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String name = prior.required("id");
        setRetention(session, name, planned, prior.number("retention_in_days"));
        if (planned.differs("kms_key_id", prior)) {
            setKey(session, name, planned.text("kms_key_id"));
        }
        changeTags(session, prior, planned);
        return settled(session, name, request.planned());
    }

    private static void setRetention(
            AwsSession session, String name, DesiredAttributes desired, @Nullable Integer before)
            throws ProviderException {
        Integer days = desired.number("retention_in_days");
        int after = days == null ? 0 : days;
        if (after == (before == null ? 0 : before)) {
            return;
        }
        CloudWatchLogsClient logs = Logs.client(session);
        whileBusy(session, () -> {
            if (after == 0) {
                logs.deleteRetentionPolicy(call -> call.logGroupName(name));
            } else {
                logs.putRetentionPolicy(call -> call.logGroupName(name).retentionInDays(after));
            }
        });
    }

    private static void setKey(AwsSession session, String name, @Nullable String key) throws ProviderException {
        CloudWatchLogsClient logs = Logs.client(session);
        whileBusy(session, () -> {
            if (key == null) {
                logs.disassociateKmsKey(call -> call.logGroupName(name));
            } else {
                logs.associateKmsKey(call -> call.logGroupName(name).kmsKeyId(key));
            }
        });
    }

    private static void changeTags(AwsSession session, DesiredAttributes prior, DesiredAttributes planned) {
        CloudWatchLogsClient logs = Logs.client(session);
        String arn = prior.required("arn");
        Tags.Change change = Tags.Change.between(prior.attributes(), planned.attributes());
        if (!change.removed().isEmpty()) {
            logs.untagResource(call -> call.resourceArn(arn).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            logs.tagResource(call -> call.resourceArn(arn).tags(change.set()));
        }
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        if (!prior.isTrue("skip_destroy")) {
            String name = prior.required("id");
            whileBusy(
                    session,
                    () -> Logs.ifFound(() -> Logs.client(session).deleteLogGroup(call -> call.logGroupName(name))));
        }
    }

    private static void whileBusy(AwsSession session, Runnable call) throws ProviderException {
        session.waiter(IdempotentCreate.PROPAGATION).whileRefused(BUSY, () -> {
            call.run();
            return session;
        });
    }
}
