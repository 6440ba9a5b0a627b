package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.planner.apply.ApplyEvent;
import dev.corbel.planner.apply.ApplyListener;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanSummary;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.model.OutputValue;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells of an apply in JSON, a line per event, in the words of Terraform's machine-readable UI: {@code version},
 * {@code resource_drift}, {@code planned_change}, {@code change_summary}, {@code apply_start}, {@code apply_progress},
 * {@code apply_complete}, {@code apply_errored}, {@code apply_skipped} (ours alone), {@code diagnostic} and
 * {@code outputs}. Secrets are masked.
 */
public final class EventStream implements ApplyListener {
    private static final String UI = "1.2";

    private final PrintStream target;
    private final InstantSource clock;

    public EventStream(PrintStream target, InstantSource clock) {
        this.target = target;
        this.clock = clock;
    }

    public void version(String version) {
        event("version", "info", "Corbel " + version, json -> {
            json.writeStringField("corbel", version);
            json.writeStringField("terraform", version);
            json.writeStringField("ui", UI);
        });
    }

    /** Tells of the changes that are planned, and of their numbers. */
    public void planned(Plan plan, String operation) {
        for (ResourceChange drift : plan.drift()) {
            String action = drift.after().isNull() ? "delete" : "update";
            event(
                    "resource_drift",
                    "info",
                    drift.address() + ": Drift detected (" + action + ")",
                    json -> PlannedChangeJson.write(drift, action, json));
        }
        for (ResourceChange change : plan.changes()) {
            String action = PlannedChangeJson.action(change);
            if (change.isChange() || action.equals("read")) {
                event(
                        "planned_change",
                        "info",
                        change.address() + ": Plan to " + action,
                        json -> PlannedChangeJson.write(change, action, json));
            }
        }
        PlanSummary summary = plan.summary();
        summary(
                "Plan: %d to add, %d to change, %d to destroy."
                        .formatted(summary.add(), summary.change(), summary.destroy()),
                summary.add(),
                summary.change(),
                summary.destroy(),
                operation);
    }

    public void applied(ApplyResult result, String message, String operation) {
        summary(message, result.added(), result.changed(), result.destroyed(), operation);
        Map<String, OutputValue> outputs = result.state().outputs();
        event("outputs", "info", "Outputs: " + outputs.size(), json -> {
            json.writeObjectFieldStart("outputs");
            for (Map.Entry<String, OutputValue> output : outputs.entrySet()) {
                OutputJson.write(
                        output.getKey(),
                        output.getValue().value(),
                        output.getValue().sensitive(),
                        json);
            }
            json.writeEndObject();
        });
    }

    public void problem(Diagnostic problem) {
        String level = problem.isError() ? "error" : "warn";
        String severity = problem.isError() ? "Error: " : "Warning: ";
        event("diagnostic", level, severity + problem.summary(), json -> {
            json.writeFieldName("diagnostic");
            DiagnosticJson.write(problem, json);
        });
    }

    @Override
    public void on(ApplyEvent event) {
        Operation operation = event.operation();
        if (operation.address().isEmpty()
                || (operation.kind() == Operation.Kind.EVALUATE && !(event instanceof ApplyEvent.Failed))) {
            return;
        }
        String subject = operation.address().get() + ": ";
        String action = operation.kind().name().toLowerCase(Locale.ROOT);
        if (event instanceof ApplyEvent.Started) {
            hook("apply_start", subject + action + " started", event, Optional.empty(), Optional.empty());
        } else if (event instanceof ApplyEvent.Noted noted) {
            hook("apply_progress", subject + noted.note(), event, Optional.empty(), Optional.empty());
        } else if (event instanceof ApplyEvent.StillRunning still) {
            String message =
                    subject + "still in " + action + ", " + still.elapsed().toSeconds() + " s elapsed";
            hook("apply_progress", message, event, Optional.of(still.elapsed()), Optional.empty());
        } else if (event instanceof ApplyEvent.Finished finished) {
            String message = subject + done(finished, action) + " after "
                    + finished.elapsed().toSeconds() + " s";
            hook("apply_complete", message, event, Optional.of(finished.elapsed()), finished.id());
        } else if (event instanceof ApplyEvent.Failed failed) {
            String message =
                    subject + action + " failed after " + failed.elapsed().toSeconds() + " s";
            hook("apply_errored", message, event, Optional.of(failed.elapsed()), Optional.empty());
        } else {
            hook("apply_skipped", subject + action + " skipped", event, Optional.empty(), Optional.empty());
        }
    }

    private static String done(ApplyEvent.Finished finished, String action) {
        return switch (finished.outcome()) {
            case UNNEEDED -> action + " not needed, found";
            case UPDATED -> "update instead of " + action + " complete";
            case DONE, FAILED, SKIPPED, IN_FLIGHT -> action + " complete";
        };
    }

    private void hook(String type, String message, ApplyEvent event, Optional<Duration> elapsed, Optional<String> id) {
        Operation operation = event.operation();
        String level = type.equals("apply_errored") ? "error" : "info";
        event(type, level, message, json -> {
            json.writeObjectFieldStart("hook");
            PlannedChangeJson.resource("resource", operation.address().orElseThrow(), json);
            json.writeStringField("action", operation.kind().name().toLowerCase(Locale.ROOT));
            if (id.isPresent()) {
                json.writeStringField("id_key", "id");
                json.writeStringField("id_value", id.get());
            }
            if (elapsed.isPresent()) {
                json.writeNumberField("elapsed_seconds", elapsed.get().toSeconds());
            }
            json.writeEndObject();
        });
    }

    private void summary(String message, int add, int change, int remove, String operation) {
        event("change_summary", "info", message, json -> {
            json.writeObjectFieldStart("changes");
            json.writeNumberField("add", add);
            json.writeNumberField("change", change);
            json.writeNumberField("remove", remove);
            json.writeStringField("operation", operation);
            json.writeEndObject();
        });
    }

    private synchronized void event(String type, String level, String message, JsonText.Content content) {
        String line = JsonText.line(json -> {
            json.writeStartObject();
            head(level, message, json);
            content.write(json);
            json.writeStringField("type", type);
            json.writeEndObject();
        });
        target.println(line);
        target.flush();
    }

    private void head(String level, String message, JsonGenerator json) throws IOException {
        json.writeStringField("@level", level);
        json.writeStringField("@message", message);
        json.writeStringField("@module", "corbel.ui");
        json.writeStringField("@timestamp", clock.instant().toString());
    }
}
