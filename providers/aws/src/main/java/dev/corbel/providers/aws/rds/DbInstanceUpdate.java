package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.VolatileAttribute;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/** Changes an instance: RDS accepts the changes at once, and makes them while the instance is not available. */
final class DbInstanceUpdate {
    private static final Duration UPDATE = Duration.ofMinutes(80);

    /** Another change of the instance is under way; or what it refers to is not known everywhere. */
    private static final Set<String> NOT_YET =
            Set.of("InvalidDBInstanceState", "DBParameterGroupNotFound", "DBSubnetGroupNotFoundFault");

    private final AwsSession session;
    private final DbInstanceReader reader;
    private final DesiredAttributes prior;
    private final DesiredAttributes planned;
    private final Waiter waiter;
    private final DbInstanceChanges changes;

    DbInstanceUpdate(AwsSession session, DbInstanceReader reader, UpdateRequest request) {
        this.session = session;
        this.reader = reader;
        this.prior = new DesiredAttributes(request.prior().attributes());
        this.planned = new DesiredAttributes(request.planned());
        this.waiter = session.waiter(request.timeout().orElse(UPDATE));
        this.changes = new DbInstanceChanges(prior, planned);
    }

    ObjectState run() throws ProviderException {
        String identifier = prior.required("identifier");
        DBInstance instance =
                reader.find(identifier).orElseThrow(() -> NotFound.exception("DB instance " + identifier));
        if (changes.renames() && !planned.isTrue("apply_immediately")) {
            throw new ProviderException(Diagnostic.error(
                            "The DB instance \"" + identifier + "\" cannot be renamed later",
                            "Until the maintenance window it would keep its name, and not be found under the new one.")
                    .withHint("Set apply_immediately = true while you rename it."));
        }
        RdsClient rds = Rds.client(session);
        RdsTags.change(rds, instance.dbInstanceArn(), prior.attributes(), planned.attributes());
        Optional<ModifyDbInstanceRequest> call = changes.request();
        if (call.isEmpty()) {
            DBInstance tagged =
                    waiter.untilPresent("the DB instance " + identifier + " to show", () -> reader.find(identifier));
            return VolatileAttribute.asPlanned(
                    reader.show(tagged, planned.attributes()), planned.attributes(), "status");
        }
        waiter.whileRefused(NOT_YET, () -> rds.modifyDBInstance(call.get()));
        return reader.show(changed(String.valueOf(instance.dbInstanceStatus())), planned.attributes());
    }

    /** For a moment the instance still is as if nothing had been said. */
    private DBInstance changed(String before) throws ProviderException {
        String identifier = planned.required("identifier");
        DBInstance settled = DbInstanceStatus.await(
                waiter, identifier, before, () -> reader.find(identifier), found -> !isAtWork(found));
        return session.waiter(IdempotentCreate.PROPAGATION)
                .poll(() -> reader.find(identifier).filter(this::isAsPlanned))
                .orElse(settled);
    }

    private boolean isAtWork(DBInstance instance) {
        return planned.isTrue("apply_immediately") && PendingChanges.areThere(instance);
    }

    private boolean isAsPlanned(DBInstance instance) {
        DesiredAttributes shown = new DesiredAttributes(
                reader.show(instance, planned.attributes()).attributes());
        return DbInstanceStatus.isSettled(instance)
                && !isAtWork(instance)
                && DbInstanceSetting.ALL.stream().noneMatch(setting -> planned.differs(setting.attribute(), shown));
    }
}
