package dev.corbel.planner.saved;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.object.PlannedObject;
import dev.corbel.planner.object.ResourceEvaluator;
import dev.corbel.planner.object.ResultConformity;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.provider.ProviderConfigurations;
import dev.corbel.planner.secret.DecidedGeneration;
import dev.corbel.planner.secret.GeneratedSecret;
import dev.corbel.planner.secret.StandIns;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.Diagnostics;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.HashMap;
import java.util.Map;

/** Holds a plan against its definition: every value that the plan knows must come out again. */
final class PlannedValues {
    private final Plan plan;
    private final ProviderCatalog catalog;
    private final ProviderConfigurations configurations;
    private final Map<Address, ResourceChange> changes = new HashMap<>();
    private final Diagnostics problems = new Diagnostics();

    PlannedValues(Plan plan, ProviderCatalog catalog) {
        this.plan = plan;
        this.catalog = catalog;
        this.configurations = new ProviderConfigurations(plan.definition(), catalog);
        for (ResourceChange change : plan.changes()) {
            if (change.deposedKey().isEmpty()) {
                changes.put(change.address(), change);
            }
        }
    }

    /** Throws all differences together. */
    void check() {
        if (plan.mode() == PlanMode.NORMAL) {
            for (ResourceDeclaration declaration : plan.definition().resources()) {
                ResourceChange change = changes.get(declaration.address());
                if (change != null && change.after() instanceof MapValue promised) {
                    catalog.resourceType(declaration.type())
                            .ifPresent(type -> check(declaration, type, change, promised));
                }
            }
        }
        problems.throwIfErrors();
    }

    private void check(ResourceDeclaration declaration, ResourceType type, ResourceChange change, MapValue promised) {
        Evaluation.Scope scope = StandIns.in(this::valueOf);
        boolean inPlace = change.action() == Action.UPDATE || change.action() == Action.NO_OP;
        PlannedObject planned = DecidedGeneration.asPromised(
                declaration.address(),
                ResourceEvaluator.evaluate(
                        declaration,
                        type,
                        scope,
                        inPlace ? change.before() : Value.ofNull(),
                        configurations.evaluate(declaration.provider(), this::valueOf)),
                promised);
        for (ValuePath place : ResultConformity.between(type.schema(), promised, planned.attributes())) {
            problems.add(Diagnostic.error(
                            "The saved plan does not follow from its own sources",
                            "The attribute \"" + place + "\" of " + declaration.address()
                                    + " comes out differently than it was planned: something in the definition gives"
                                    + " another value each time.")
                    .at(declaration.address())
                    .at(declaration.range())
                    .withHint("Nothing was done. Look for what is not repeatable there, and make a new plan."));
        }
    }

    private Value valueOf(Address address) {
        ResourceChange change = changes.get(address);
        if (change != null && !change.after().isNull()) {
            return GeneratedSecret.seen(address, change.after());
        }
        return plan.prior()
                .current(address)
                .map(object -> GeneratedSecret.seen(address, object.attributes()))
                .orElse(Value.unknown());
    }
}
