package dev.corbel.providers.aws.backup;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code aws_backup_plan}: when backups are made, how long they are kept, and where copies go. */
public final class BackupPlanResource extends AwsResourceType {
    public BackupPlanResource() {
        super("aws_backup_plan", PlanSchema.ALL, PlanOperations::new);
    }

    /** The service keeps the id of the request that created a plan, and lists it. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.TAG;
    }

    @Override
    public int readBatchSize() {
        return AwsSession.BATCH_SIZE;
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (configuration.get("rule") instanceof ListValue rules) {
            for (Value rule : rules.elements()) {
                if (rule instanceof MapValue map) {
                    map.text("rule_name")
                            .filter(name -> !names.add(name))
                            .ifPresent(name -> problems.add(Diagnostic.error(
                                    "There are two rules of the name \"" + name + "\"",
                                    "The rules of a plan have names of their own.")));
                }
            }
        }
        return problems;
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        if (request.prior() instanceof MapValue prior) {
            DesiredAttributes next = new DesiredAttributes(planned);
            DesiredAttributes before = new DesiredAttributes(prior);
            if (next.changes("rule", before) || next.changes("advanced_backup_setting", before)) {
                planned = planned.with("version", Value.unknown());
            }
        }
        return new PlannedObject(planned, Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return PlanFacts.of(attributes);
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a schedule of backups", "the id", "the id of the request, which the plan keeps", "");
    }
}
