package dev.corbel.cli.testing;

import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.ExecutionGraph;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.PolicyReport;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.state.model.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds plans by hand, to test what is made of them. */
public final class SamplePlan {
    public static final Address REGION = new Address(List.of(new Step("region", "eu-central-1", null)));
    public static final Address APP = REGION.child("app", "orders");
    public static final Address DATABASE = APP.child("database", null);

    private final List<ResourceChange> changes = new ArrayList<>();
    private final List<ResourceChange> drift = new ArrayList<>();
    private final List<OutputChange> outputs = new ArrayList<>();
    private final List<CheckResult> checks = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private Definition definition = emptyDefinition();

    /** One of everything that a plan can contain. */
    public static Plan everything() {
        return new SamplePlan()
                .replace(
                        DATABASE.child("sim_object", "main"),
                        object(Map.of("id", text("s-1"), "fixed", text("16"), "name", text("orders"))),
                        object(Map.of("id", Value.unknown(), "fixed", text("17"), "name", text("orders"))),
                        ValuePath.of("fixed"))
                .change(
                        APP.child("sim_object", "container").withKey("1"),
                        Action.UPDATE,
                        object(Map.of(
                                "id", text("s-2"),
                                "password", Value.sensitive(text("old secret")),
                                "env", object(Map.of("A", text("1"), "B", text("2"))),
                                "script", text("#!/bin/sh\nset -e\nexec old\n"))),
                        object(Map.of(
                                "id", text("s-2"),
                                "password", Value.sensitive(text("new secret")),
                                "env", object(Map.of("A", text("1"), "B", text("3"), "C", Value.unknown())),
                                "script", text("#!/bin/sh\nset -e\nexec new\n"))))
                .change(
                        Address.resource("corbel_data", "first"),
                        Action.CREATE,
                        Value.ofNull(),
                        object(Map.of(
                                "id", Value.unknown(),
                                "input", Value.list(text("a"), Value.of(2), Value.of(true)),
                                "token", Value.sensitive(text("secret token")))))
                .delete(
                        REGION.child("sim_object", "network"),
                        ActionReason.DELETE_BECAUSE_NO_RESOURCE_CONFIG,
                        object(Map.of("id", text("s-3"), "name", text("network"))))
                .add(change(
                        Address.resource("corbel_data", "renamed"),
                        Action.NO_OP,
                        object(Map.of("id", text("d-1"))),
                        object(Map.of("id", text("d-1"))),
                        Optional.of(Address.resource("corbel_data", "original"))))
                .add(change(
                        Address.resource("corbel_data", "same"),
                        Action.NO_OP,
                        object(Map.of("id", text("d-2"))),
                        object(Map.of("id", text("d-2"))),
                        Optional.empty()))
                .change(
                        Address.resource("corbel_data", "left"),
                        Action.FORGET,
                        object(Map.of("id", text("d-3"))),
                        Value.ofNull())
                .drifted(
                        REGION.child("sim_object", "network"),
                        object(Map.of("id", text("s-3"), "name", text("network"), "value", text("x"))),
                        object(Map.of("id", text("s-3"), "name", text("network"), "value", text("y"))))
                .output("url", Value.ofNull(), text("http://orders.example"), false)
                .output("password", text("old secret"), text("new secret"), true)
                .output("same", text("1"), text("1"), false)
                .check("cost", CheckResult.Status.FAIL, "the budget is exceeded")
                .build();
    }

    public static Value text(String value) {
        return Value.of(value);
    }

    public static MapValue object(Map<String, Value> attributes) {
        return new MapValue(new java.util.TreeMap<>(attributes));
    }

    public SamplePlan replace(Address address, Value before, Value after, ValuePath... paths) {
        return add(new ResourceChange(
                address,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ProviderKey.of("simulator"),
                Action.REPLACE_DELETE_FIRST,
                ActionReason.REPLACE_BECAUSE_CANNOT_UPDATE,
                before,
                after,
                List.of(paths),
                List.of(),
                false));
    }

    public SamplePlan delete(Address address, ActionReason reason, Value before) {
        return add(new ResourceChange(
                address,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ProviderKey.of("simulator"),
                Action.DELETE,
                reason,
                before,
                Value.ofNull(),
                List.of(),
                List.of(),
                false));
    }

    public SamplePlan change(Address address, Action action, Value before, Value after) {
        return add(change(address, action, before, after, Optional.empty()));
    }

    public SamplePlan drifted(Address address, Value before, Value after) {
        drift.add(change(address, Action.UPDATE, before, after, Optional.empty()));
        return this;
    }

    public SamplePlan output(String name, Value before, Value after, boolean sensitive) {
        outputs.add(new OutputChange(name, before, after, sensitive));
        return this;
    }

    public SamplePlan check(String name, CheckResult.Status status, String... problems) {
        checks.add(new CheckResult(Optional.of(name), Optional.empty(), status, List.of(problems)));
        return this;
    }

    public SamplePlan diagnostic(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        return this;
    }

    public SamplePlan of(Definition from) {
        definition = from;
        return this;
    }

    public SamplePlan add(ResourceChange change) {
        changes.add(change);
        return this;
    }

    public Plan build() {
        return new Plan(
                Instant.parse("2025-01-02T03:04:05Z"),
                PlanMode.NORMAL,
                definition,
                Map.of(),
                State.empty("sample"),
                List.of(),
                State.empty("sample"),
                changes,
                drift,
                outputs,
                checks,
                new ExecutionGraph(List.of()),
                true,
                List.of(),
                PolicyReport.NONE,
                diagnostics);
    }

    private static ResourceChange change(
            Address address, Action action, Value before, Value after, Optional<Address> previous) {
        return new ResourceChange(
                address,
                previous,
                Optional.empty(),
                Optional.empty(),
                ProviderKey.of("simulator"),
                action,
                ActionReason.NONE,
                before,
                after,
                List.of(),
                List.of(),
                false);
    }

    private static Definition emptyDefinition() {
        return Definition.empty("sample");
    }
}
