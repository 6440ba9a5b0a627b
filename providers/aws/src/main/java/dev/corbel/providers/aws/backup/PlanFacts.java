package dev.corbel.providers.aws.backup;

import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.fact.ArnRegion;
import dev.corbel.providers.aws.fact.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts of {@code aws_backup_plan}: how long backups are kept, and where copies go. The vaults tell that of themselves, too. */
final class PlanFacts {
    private static final Value FOREVER = Value.of(-1);

    private PlanFacts() {}

    static List<Fact> of(MapValue plan) {
        List<Fact> facts = new ArrayList<>();
        for (Part rule : Part.of(plan, "rule").elements()) {
            facts.add(retention(rule));
            for (Part copy : rule.get("copy_action").elements()) {
                Part vault = copy.get("destination_vault_arn");
                facts.add(new Fact.Stores(DataKind.BACKUP, Optional.of(ArnRegion.of(vault)), vault.path()));
                facts.add(retention(copy));
            }
        }
        return facts;
    }

    private static Fact retention(Part owner) {
        Part days = owner.get("lifecycle").get("delete_after");
        return new Fact.Retention(days.isNull() ? FOREVER : days.value(), days.path());
    }
}
