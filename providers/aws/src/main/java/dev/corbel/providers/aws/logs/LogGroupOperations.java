package dev.corbel.providers.aws.logs;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.CallOnce;
import dev.corbel.providers.aws.resource.Created;
import dev.corbel.providers.aws.resource.NamedOperations;
import dev.corbel.providers.aws.resource.NamedReader;
import dev.corbel.providers.aws.resource.Naming;
import dev.corbel.providers.aws.resource.Settled;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.aws.resource.Waiter;
import dev.corbel.providers.aws.resource.Wanted;
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
        super(new Naming("log group", "name", LogGroupType.LONGEST_NAME, Set.of("ResourceAlreadyExistsException")));
    }

    @Override
    protected NamedReader<LogGroup> reader(AwsSession session) {
        return new LogGroupReader(session);
    }

    @Override
    protected Set<String> notYet(Wanted wanted) {
        return BUSY;
    }

    @Override
    protected LogGroup call(
            AwsSession session,
            String name,
            Wanted wanted,
            Map<String, String> tags,
            AwsRequestOverrideConfiguration once) {
        Logs.client(session).createLogGroup(call -> call.logGroupName(name)
                .logGroupClass(wanted.text("log_group_class"))
                .kmsKeyId(wanted.text("kms_key_id"))
                .tags(tags)
                .overrideConfiguration(once));
        return LogGroup.builder().logGroupName(name).build();
    }

    @Override
    protected ObjectState finish(AwsSession session, LogGroup created, CreateRequest request) throws ProviderException {
        String name = created.logGroupName();
        LogGroupReader reader = new LogGroupReader(session);
        LogGroup group = new Waiter(session.context(), CallOnce.PROPAGATION)
                .untilPresent("the log group " + name + " to show", () -> reader.find(name));
        return new Created(reader.show(group, request.planned())).then(() -> {
            setRetention(session, name, new Wanted(request.planned()), group.retentionInDays());
            return settled(session, name, request.planned());
        });
    }

    private static ObjectState settled(AwsSession session, String name, MapValue planned) throws ProviderException {
        LogGroupReader reader = new LogGroupReader(session);
        return Settled.read(session, "log group " + name, planned, () -> reader.find(name)
                .map(group -> reader.show(group, planned)));
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        Wanted prior = new Wanted(request.prior().attributes());
        Wanted planned = new Wanted(request.planned());
        String name = prior.required("id");
        setRetention(session, name, planned, prior.number("retention_in_days"));
        if (planned.differs("kms_key_id", prior)) {
            setKey(session, name, planned.text("kms_key_id"));
        }
        changeTags(session, prior, planned);
        return settled(session, name, request.planned());
    }

    private static void setRetention(AwsSession session, String name, Wanted wanted, @Nullable Integer before)
            throws ProviderException {
        Integer days = wanted.number("retention_in_days");
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

    private static void changeTags(AwsSession session, Wanted prior, Wanted planned) {
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
        Wanted prior = new Wanted(request.prior().attributes());
        if (!prior.isTrue("skip_destroy")) {
            String name = prior.required("id");
            whileBusy(
                    session,
                    () -> Logs.ifFound(() -> Logs.client(session).deleteLogGroup(call -> call.logGroupName(name))));
        }
    }

    private static void whileBusy(AwsSession session, Runnable call) throws ProviderException {
        new Waiter(session.context(), CallOnce.PROPAGATION).whileRefused(BUSY, () -> {
            call.run();
            return session;
        });
    }
}
