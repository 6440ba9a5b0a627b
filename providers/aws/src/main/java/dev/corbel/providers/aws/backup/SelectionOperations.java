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
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.PartialResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.backup.model.BackupSelection;
import software.amazon.awssdk.services.backup.model.BackupSelectionsListMember;

/** The calls of {@code aws_backup_selection}. Nothing of a selection can be changed. */
final class SelectionOperations implements Operations {
    /** A new role cannot be taken on at once; and of what is not there the service says the same. */
    private static final String INVALID = "InvalidParameterValueException";

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        return session.batch().readEach(requests, request -> {
            MapValue prior = request.prior().attributes();
            SelectionId id = SelectionId.of(prior);
            return find(session, id).map(selection -> show(id, selection, prior));
        });
    }

    private static Optional<BackupSelection> find(AwsSession session, SelectionId id) {
        return id.plan().isEmpty()
                ? Optional.empty()
                : Backups.ifFound(
                        () -> Backups.client(session)
                                .getBackupSelection(request ->
                                        request.backupPlanId(id.plan()).selectionId(id.selection()))
                                .backupSelection(),
                        INVALID,
                        () -> isListed(session, id));
    }

    private static boolean isListed(AwsSession session, SelectionId id) {
        return PlanOperations.all(session).anyMatch(plan -> plan.backupPlanId().equals(id.plan()))
                && of(session, id.plan()).anyMatch(one -> one.selectionId().equals(id.selection()));
    }

    private static Stream<BackupSelectionsListMember> of(AwsSession session, String plan) {
        return Backups.client(session)
                .listBackupSelectionsPaginator(request -> request.backupPlanId(plan))
                .backupSelectionsList()
                .stream();
    }

    private static ObjectState show(SelectionId id, BackupSelection selection, MapValue known) {
        boolean resources =
                !selection.resources().isEmpty() || !known.get("resources").isNull();
        Attributes attributes = new Attributes(BackupSelectionResource.SCHEMA)
                .from(known)
                .text("id", id.selection())
                .text("plan_id", id.plan())
                .text("name", selection.selectionName())
                .text("iam_role_arn", selection.iamRoleArn())
                .set("not_resources", selection.notResources())
                .value("selection_tag", SelectionConditions.tags(selection))
                .value("condition", SelectionConditions.shown(selection));
        if (resources) {
            attributes.set("resources", selection.resources());
        }
        return attributes.object();
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        String plan = desired.required("plan_id");
        String selection = IdempotentCreate.create(
                session,
                Set.of(INVALID),
                once -> Backups.client(session)
                        .createBackupSelection(call -> call.backupPlanId(plan)
                                .backupSelection(SelectionConditions.input(desired))
                                .creatorRequestId(request.token())
                                .overrideConfiguration(once))
                        .selectionId(),
                () -> createdBy(session, request));
        return finish(session, new SelectionId(plan, selection), request);
    }

    private static Optional<String> createdBy(AwsSession session, CreateRequest request) {
        return of(session, new DesiredAttributes(request.planned()).required("plan_id"))
                .filter(selection -> request.token().equals(selection.creatorRequestId()))
                .map(BackupSelectionsListMember::selectionId)
                .findFirst();
    }

    private static ObjectState finish(AwsSession session, SelectionId id, CreateRequest request)
            throws ProviderException {
        ObjectState beginning = new Attributes(BackupSelectionResource.SCHEMA)
                .from(request.planned())
                .text("id", id.selection())
                .object();
        return new PartialResult(SdkFailures.SDK, beginning)
                .then(() -> show(
                        id,
                        session.waiter(IdempotentCreate.PROPAGATION)
                                .untilPresent(
                                        "the backup selection " + id.selection() + " to show", () -> find(session, id)),
                        request.planned()));
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        String plan = new DesiredAttributes(request.planned()).required("plan_id");
        Optional<String> found = session.waiter(IdempotentCreate.READ_LAG).poll(() -> createdBy(session, request));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(finish(session, new SelectionId(plan, found.get()), request));
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) {
        return new ObjectState(request.planned());
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) {
        SelectionId id = SelectionId.of(request.prior().attributes());
        if (find(session, id).isPresent()) {
            Backups.ifFound(() -> Backups.client(session)
                    .deleteBackupSelection(call -> call.backupPlanId(id.plan()).selectionId(id.selection())));
        }
    }

    @Override
    public List<String> list(AwsSession session) {
        return PlanOperations.all(session)
                .flatMap(plan -> of(session, plan.backupPlanId())
                        .map(one -> new SelectionId(plan.backupPlanId(), one.selectionId()).text()))
                .toList();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        SelectionId parsed = SelectionId.parse(id);
        return find(session, parsed).map(selection -> show(parsed, selection, MapValue.EMPTY));
    }
}
