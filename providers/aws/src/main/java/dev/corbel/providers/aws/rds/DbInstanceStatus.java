package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.kit.call.Waiter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * The status of an instance.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html">all statuses</a>
 */
final class DbInstanceStatus {
    static final String DELETING = "deleting";

    /** It works, or could if somebody started it. */
    private static final Set<String> SETTLED = Set.of("available", "storage-optimization", "stopped");

    /** It takes a person to get out of these. */
    private static final Set<String> BROKEN = Set.of(
            "failed",
            "inaccessible-encryption-credentials",
            "incompatible-create",
            "incompatible-credentials",
            "incompatible-network",
            "incompatible-option-group",
            "incompatible-parameters",
            "incompatible-restore",
            "insufficient-capacity",
            "restore-error",
            "storage-full");

    private static final Set<String> SECRET_CHANGES = Set.of("creating", "rotating");

    private DbInstanceStatus() {}

    /**
     * Waits until an instance works and something else holds, too; fails at once where it cannot come to that.
     *
     * @param before the status that it had; a change may be what brings it out of a broken one
     */
    static DBInstance await(
            Waiter waiter,
            String identifier,
            String before,
            Supplier<Optional<DBInstance>> find,
            Predicate<DBInstance> holds)
            throws ProviderException {
        DBInstance instance =
                waiter.untilPresent("the DB instance " + identifier + " to become available", () -> find.get()
                        .filter(found -> isBroken(found, before) || (isSettled(found) && holds.test(found))));
        if (isBroken(instance, before)) {
            throw new ProviderException(Diagnostic.error(
                            "The DB instance \"" + identifier + "\" has failed",
                            "Its status is " + instance.dbInstanceStatus() + ".")
                    .withHint("The events of the instance in the console of RDS tell why."));
        }
        return instance;
    }

    static boolean isSettled(DBInstance instance) {
        boolean secretIsReady = instance.masterUserSecret() == null
                || !SECRET_CHANGES.contains(
                        String.valueOf(instance.masterUserSecret().secretStatus()));
        return SETTLED.contains(instance.dbInstanceStatus()) && secretIsReady;
    }

    private static boolean isBroken(DBInstance instance, String before) {
        return BROKEN.contains(instance.dbInstanceStatus()) && !before.equals(instance.dbInstanceStatus());
    }
}
