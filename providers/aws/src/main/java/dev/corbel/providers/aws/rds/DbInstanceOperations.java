package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.PreflightRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.NamedOperations;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import dev.corbel.providers.kit.naming.Naming;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** The calls of {@code aws_db_instance}. */
final class DbInstanceOperations extends NamedOperations<DBInstance> {
    private static final Duration CREATE = Duration.ofMinutes(40);

    DbInstanceOperations() {
        super(new Naming(
                "DB instance", "identifier", DbInstanceResource.MAX_NAME_LENGTH, Set.of("DBInstanceAlreadyExists")));
    }

    @Override
    protected DbInstanceReader reader(AwsSession session) {
        return new DbInstanceReader(session);
    }

    /** What has just been created elsewhere is not known to RDS at once. For a role RDS has no code of its own. */
    @Override
    protected Set<String> notYet(DesiredAttributes desired) {
        Set<String> codes = new HashSet<>(
                Set.of("DBParameterGroupNotFound", "DBSubnetGroupNotFoundFault", "KMSKeyNotAccessibleFault"));
        if (desired.text("monitoring_role_arn") != null) {
            codes.add("InvalidParameterValue");
        }
        return codes;
    }

    @Override
    protected DBInstance call(
            AwsSession session,
            String name,
            DesiredAttributes desired,
            Map<String, String> tags,
            AwsRequestOverrideConfiguration once) {
        if (desired.text("snapshot_identifier") != null) {
            return DbInstanceRestoration.call(Rds.client(session), name, desired, tags, once);
        }
        CreateDbInstanceRequest.Builder call = CreateDbInstanceRequest.builder()
                .dbInstanceIdentifier(name)
                .tags(RdsTags.sdk(tags))
                .overrideConfiguration(once);
        DbInstanceSetting.create(call, desired);
        Integer most = desired.number("max_allocated_storage");
        call.maxAllocatedStorage(most == null || most == 0 ? null : most);
        if (DbInstanceSetting.isSet("enabled_cloudwatch_logs_exports", desired.attributes())) {
            call.enableCloudwatchLogsExports(desired.texts("enabled_cloudwatch_logs_exports"));
        }
        if (desired.isTrue("manage_master_user_password")) {
            call.manageMasterUserPassword(true);
        } else {
            String password = desired.text("password");
            call.masterUserPassword(password == null ? desired.text("password_wo") : password);
        }
        return Rds.client(session).createDBInstance(call.build()).dbInstance();
    }

    @Override
    protected ObjectState finish(AwsSession session, DBInstance instance, CreateRequest request)
            throws ProviderException {
        DbInstanceReader reader = reader(session);
        String identifier = instance.dbInstanceIdentifier();
        return new PartialResult(SdkFailures.SDK, reader.show(instance, request.planned())).then(() -> {
            Waiter waiter = session.waiter(request.timeout().orElse(CREATE));
            DBInstance available =
                    DbInstanceStatus.await(waiter, identifier, "", () -> reader.find(identifier), found -> true);
            return new DesiredAttributes(request.planned()).text("snapshot_identifier") == null
                    ? reader.show(available, request.planned())
                    : DbInstanceRestoration.finish(session, reader, available, request);
        });
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        return new DbInstanceUpdate(session, reader(session), request).run();
    }

    @Override
    public List<Diagnostic> preflight(AwsSession session, List<PreflightRequest> requests) {
        return LastSnapshot.problems(session, requests);
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        new DbInstanceDeletion(session, reader(session), request).run();
    }
}
