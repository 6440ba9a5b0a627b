package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.CallOnce;
import dev.corbel.providers.aws.resource.Fleeting;
import dev.corbel.providers.aws.resource.Gone;
import dev.corbel.providers.aws.resource.Waiter;
import dev.corbel.providers.aws.resource.Wanted;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/** Changes an instance: RDS accepts the changes at once, and makes them while the instance is not available. */
final class InstanceUpdate {
    private static final Duration UPDATE = Duration.ofMinutes(80);

    /** Another change of the instance is under way; or what it refers to is not known everywhere. */
    private static final Set<String> NOT_YET =
            Set.of("InvalidDBInstanceState", "DBParameterGroupNotFound", "DBSubnetGroupNotFoundFault");

    private final AwsSession session;
    private final InstanceReader reader;
    private final Wanted prior;
    private final Wanted planned;
    private final Waiter waiter;
    private final InstanceChanges changes;

    InstanceUpdate(AwsSession session, InstanceReader reader, UpdateRequest request) {
        this.session = session;
        this.reader = reader;
        this.prior = new Wanted(request.prior().attributes());
        this.planned = new Wanted(request.planned());
        this.waiter = new Waiter(session.context(), request.timeout().orElse(UPDATE));
        this.changes = new InstanceChanges(prior, planned);
    }

    ObjectState run() throws ProviderException {
        String identifier = prior.required("identifier");
        DBInstance instance = reader.find(identifier).orElseThrow(() -> Gone.exception("DB instance " + identifier));
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
            return Fleeting.asPlanned(reader.show(tagged, planned.attributes()), planned.attributes(), "status");
        }
        waiter.whileRefused(NOT_YET, () -> rds.modifyDBInstance(call.get()));
        return reader.show(changed(String.valueOf(instance.dbInstanceStatus())), planned.attributes());
    }

    /** For a moment the instance still is as if nothing had been said. */
    private DBInstance changed(String before) throws ProviderException {
        String identifier = planned.required("identifier");
        DBInstance settled = InstanceStatus.await(
                waiter, identifier, before, () -> reader.find(identifier), found -> !isAtWork(found));
        return new Waiter(session.context(), CallOnce.PROPAGATION)
                .poll(() -> reader.find(identifier).filter(this::isAsPlanned))
                .orElse(settled);
    }

    private boolean isAtWork(DBInstance instance) {
        return planned.isTrue("apply_immediately") && PendingChanges.areThere(instance);
    }

    private boolean isAsPlanned(DBInstance instance) {
        Wanted shown = new Wanted(reader.show(instance, planned.attributes()).attributes());
        return InstanceStatus.isSettled(instance)
                && !isAtWork(instance)
                && InstanceSetting.ALL.stream().noneMatch(setting -> planned.differs(setting.attribute(), shown));
    }
}
