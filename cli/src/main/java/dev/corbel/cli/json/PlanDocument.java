package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A plan in Terraform's JSON plan format 1.2. Secrets are masked. */
public final class PlanDocument {
    private static final String FORMAT = "1.2";

    private PlanDocument() {}

    /**
     * The document of a plan, with every planned resource, those that do not change too.
     *
     * @param definition what is said of its definition
     */
    public static String of(Plan plan, DefinitionOutline definition, DocumentForm form) {
        Notation notation = definition.notation();
        return form.text(json -> {
            json.writeStartObject();
            form.head(FORMAT, json);
            definition.writeVariables(json);
            json.writeFieldName("planned_values");
            ValuesJson.ofPlan(plan, notation, json);
            changes("resource_drift", plan.drift(), notation, json);
            changes("resource_changes", plan.changes(), notation, json);
            json.writeObjectFieldStart("output_changes");
            for (OutputChange output : plan.outputs()) {
                ChangeJson.write(output, json);
            }
            json.writeEndObject();
            json.writeFieldName("prior_state");
            StateJson.write(plan.prior(), notation, form, json);
            definition.writeConfiguration(json);
            json.writeFieldName("checks");
            ChecksJson.write(PolicyChecks.of(plan), notation, json);
            json.writeStringField(
                    "timestamp",
                    plan.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
            foot(plan.hasChanges() && !plan.errored(), plan.complete(), plan.errored(), plan.diagnostics(), json);
            json.writeEndObject();
        });
    }

    /** The document where no plan came about. */
    public static String ofFailure(List<Diagnostic> problems, DocumentForm form) {
        return form.text(json -> {
            json.writeStartObject();
            form.head(FORMAT, json);
            for (String changes : List.of("resource_drift", "resource_changes")) {
                json.writeArrayFieldStart(changes);
                json.writeEndArray();
            }
            json.writeObjectFieldStart("output_changes");
            json.writeEndObject();
            foot(false, false, true, problems, json);
            json.writeEndObject();
        });
    }

    private static void changes(String field, List<ResourceChange> changes, Notation notation, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (ResourceChange change : changes) {
            ChangeJson.write(change, notation, json);
        }
        json.writeEndArray();
    }

    private static void foot(
            boolean applyable, boolean complete, boolean errored, List<Diagnostic> problems, JsonGenerator json)
            throws IOException {
        json.writeBooleanField("applyable", applyable);
        json.writeBooleanField("complete", complete);
        json.writeBooleanField("errored", errored);
        if (!problems.isEmpty()) {
            json.writeArrayFieldStart("diagnostics");
            for (Diagnostic problem : problems) {
                DiagnosticJson.write(problem, json);
            }
            json.writeEndArray();
        }
    }
}
