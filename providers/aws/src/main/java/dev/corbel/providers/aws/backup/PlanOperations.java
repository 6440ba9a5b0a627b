package dev.corbel.providers.aws.backup;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.GetBackupPlanResponse;

/** The calls of {@code aws_backup_plan}. Lists tell neither rules nor tags, so plans are read one by one. */
final class PlanOperations implements Operations {
    /** The selections of the plan are not gone for good. */
    private static final Set<String> IN_USE = Set.of("InvalidRequestException");

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        return session.batch().readEach(requests, request -> {
            MapValue prior = request.prior().attributes();
            return find(session, new DesiredAttributes(prior).required("id")).map(plan -> show(session, plan, prior));
        });
    }

    /** The service still tells of plans that were deleted. */
    private static Optional<GetBackupPlanResponse> find(AwsSession session, String id) {
        return Backups.ifFound(() -> Backups.client(session).getBackupPlan(request -> request.backupPlanId(id)))
                .filter(plan -> plan.deletionDate() == null);
    }

    static Stream<BackupPlansListMember> all(AwsSession session) {
        return Backups.client(session).listBackupPlansPaginator(request -> {}).backupPlansList().stream()
                .filter(plan -> plan.deletionDate() == null);
    }

    private static ObjectState show(AwsSession session, GetBackupPlanResponse plan, MapValue known) {
        Attributes attributes = new Attributes(PlanSchema.ALL)
                .from(known)
                .text("id", plan.backupPlanId())
                .text("arn", plan.backupPlanArn())
                .text("version", plan.versionId())
                .text("name", plan.backupPlan().backupPlanName())
                .value("rule", PlanRules.shown(plan.backupPlan(), new DesiredAttributes(known)))
                .value(
                        "advanced_backup_setting",
                        PlanRules.settings(plan.backupPlan().advancedBackupSettings()));
        Tags.show(attributes, Backups.tags(Backups.client(session), plan.backupPlanArn()), known, session);
        return attributes.object();
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        MapValue planned = request.planned();
        String id = IdempotentCreate.create(
                session,
                Set.of(),
                once -> Backups.client(session)
                        .createBackupPlan(call -> call.backupPlan(PlanRules.input(new DesiredAttributes(planned)))
                                .backupPlanTags(Tags.of(planned, request.token()))
                                .creatorRequestId(request.token())
                                .overrideConfiguration(once))
                        .backupPlanId(),
                () -> createdBy(session, request.token()));
        return finish(session, id, request);
    }

    private static Optional<String> createdBy(AwsSession session, String token) {
        return all(session)
                .filter(plan -> token.equals(plan.creatorRequestId()))
                .map(BackupPlansListMember::backupPlanId)
                .findFirst();
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        Optional<String> id = session.waiter(IdempotentCreate.READ_LAG).poll(() -> createdBy(session, request.token()));
        return id.isEmpty() ? Optional.empty() : Optional.of(finish(session, id.get(), request));
    }

    private static ObjectState finish(AwsSession session, String id, CreateRequest request) throws ProviderException {
        ObjectState beginning = new Attributes(PlanSchema.ALL)
                .from(request.planned())
                .text("id", id)
                .object();
        return new PartialResult(SdkFailures.SDK, beginning)
                .then(() -> show(
                        session,
                        session.waiter(IdempotentCreate.PROPAGATION)
                                .untilPresent("the backup plan " + id + " to show", () -> find(session, id)),
                        request.planned()));
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String id = prior.required("id");
        GetBackupPlanResponse plan = find(session, id).orElseThrow(() -> NotFound.exception("backup plan " + id));
        BackupClient backup = Backups.client(session);
        if (planned.differs("rule", prior) || planned.differs("advanced_backup_setting", prior)) {
            String version = backup.updateBackupPlan(
                            call -> call.backupPlanId(id).backupPlan(PlanRules.input(planned)))
                    .versionId();
            plan = session.waiter(IdempotentCreate.PROPAGATION)
                    .untilPresent("the new version of the backup plan " + id + " to show", () -> find(session, id)
                            .filter(found -> version.equals(found.versionId())));
        }
        Backups.changeTags(backup, plan.backupPlanArn(), prior.attributes(), planned.attributes());
        return show(session, plan, planned.attributes());
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String id = new DesiredAttributes(request.prior().attributes()).required("id");
        if (find(session, id).isEmpty()) {
            return;
        }
        BackupClient backup = Backups.client(session);
        session.waiter(request.timeout().orElse(IdempotentCreate.PROPAGATION))
                .whileRefused(
                        IN_USE, () -> Backups.ifFound(() -> backup.deleteBackupPlan(call -> call.backupPlanId(id))));
    }

    @Override
    public List<String> list(AwsSession session) {
        return all(session).map(BackupPlansListMember::backupPlanId).toList();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        return find(session, id).map(plan -> show(session, plan, MapValue.EMPTY));
    }
}
