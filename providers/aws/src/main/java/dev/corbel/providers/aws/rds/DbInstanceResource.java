package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code aws_db_instance}: a database server. */
public final class DbInstanceResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 63;

    public DbInstanceResource() {
        super("aws_db_instance", DbInstanceSchema.ALL, DbInstanceOperations::new);
    }

    /** Left out, the identifier follows from the operation, so that it is a key all the same. */
    @Override
    public boolean holdsData(MapValue attributes) {
        return true;
    }

    @Override
    public Set<String> identityAttributes() {
        return Set.of("resource_id");
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public Optional<String> uniqueName(MapValue attributes) {
        return attributes.text("identifier");
    }

    @Override
    public int readBatchSize() {
        return AwsSession.BATCH_SIZE;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of(
                "create", Duration.ofMinutes(40), "update", Duration.ofMinutes(80), "delete", Duration.ofMinutes(60));
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>(ConflictsWith.problems(
                configuration,
                List.of(
                        List.of("identifier", "identifier_prefix"),
                        List.of("final_snapshot_identifier", "final_snapshot_identifier_prefix"),
                        List.of("password", "password_wo"))));
        DesiredAttributes desired = new DesiredAttributes(configuration);
        if (desired.isTrue("manage_master_user_password")) {
            for (String password : List.of("password", "password_wo")) {
                problems.addAll(ConflictsWith.problems(
                        configuration, List.of(List.of("manage_master_user_password", password))));
            }
        }
        if (configuration.get("engine").isNull()
                && configuration.get("snapshot_identifier").isNull()) {
            problems.add(Diagnostic.error(
                            "engine is missing", "It says what kind of database to make, where none is restored.")
                    .withHint("Set engine, such as engine = 'postgres'; or snapshot_identifier."));
        }
        if (configuration.text("engine").filter("postgres"::equals).isPresent()) {
            problems.addAll(PostgresNames.problems(configuration));
        }
        boolean named = !configuration.get("final_snapshot_identifier").isNull()
                || !configuration.get("final_snapshot_identifier_prefix").isNull();
        if (Boolean.FALSE.equals(desired.flag("skip_final_snapshot")) && !named) {
            problems.add(Diagnostic.warning(
                            "final_snapshot_identifier is missing",
                            "A last snapshot is taken before the instance is deleted, and it needs a name. Until it has"
                                    + " one the instance cannot be deleted.")
                    .withHint("Set final_snapshot_identifier_prefix or final_snapshot_identifier, or"
                            + " skip_final_snapshot = true."));
        }
        return problems;
    }

    @Override
    public List<Diagnostic> refuseUpdate(MapValue prior, MapValue planned) {
        return DbInstancePlan.refused(prior, planned);
    }

    @Override
    public Set<Step> preflightSteps() {
        return Set.of(Step.DELETE);
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        return DbInstancePlan.refine(request);
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return DbInstanceFacts.of(attributes);
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a database server of RDS",
                "the `identifier`",
                "`identifier`",
                "replicas, `restore_to_point_in_time`, `s3_import`, blue/green updates, domains,"
                        + " Outposts, `latest_restorable_time` (it is another every five minutes),"
                        + " `listener_endpoint`, `upgrade_storage_config`");
    }
}
