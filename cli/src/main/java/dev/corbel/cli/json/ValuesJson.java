package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Writes values representations: outputs and resources as they are, or as they will be. */
final class ValuesJson {
    private ValuesJson() {}

    static void ofState(State state, Notation notation, JsonGenerator json) throws IOException {
        ModuleTree<ResourceValues> tree = ModuleTree.root();
        state.instances().forEach((address, instance) -> instance.current()
                .ifPresent(object -> tree.add(address, ResourceValues.of(address, object))));
        json.writeStartObject();
        if (!state.outputs().isEmpty()) {
            json.writeObjectFieldStart("outputs");
            for (Map.Entry<String, OutputValue> output : state.outputs().entrySet()) {
                OutputJson.write(
                        output.getKey(),
                        output.getValue().value(),
                        output.getValue().sensitive(),
                        json);
            }
            json.writeEndObject();
        }
        json.writeFieldName("root_module");
        module(tree, notation, json);
        json.writeEndObject();
    }

    static void ofPlan(Plan plan, Notation notation, JsonGenerator json) throws IOException {
        ModuleTree<ResourceValues> tree = ModuleTree.root();
        for (ResourceChange change : plan.changes()) {
            boolean stays = change.action() != Action.DELETE && change.action() != Action.FORGET;
            if (stays && change.deposedKey().isEmpty()) {
                tree.add(change.address(), planned(plan, change));
            }
        }
        json.writeStartObject();
        json.writeObjectFieldStart("outputs");
        for (OutputChange output : plan.outputs()) {
            if (!output.after().isNull()) {
                OutputJson.write(output.name(), output.after(), output.sensitive(), json);
            }
        }
        json.writeEndObject();
        json.writeFieldName("root_module");
        module(tree, notation, json);
        json.writeEndObject();
    }

    private static ResourceValues planned(Plan plan, ResourceChange change) {
        return new ResourceValues(
                change.address(),
                change.provider().provider(),
                plan.prior()
                        .current(change.address())
                        .map(object -> OptionalInt.of(object.schemaVersion()))
                        .orElse(OptionalInt.empty()),
                change.after(),
                List.of(),
                false);
    }

    private static void module(ModuleTree<ResourceValues> tree, Notation notation, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        if (tree.component().isPresent()) {
            json.writeStringField(
                    "address", notation.addresses().of(tree.component().get()));
        }
        if (!tree.members().isEmpty()) {
            json.writeArrayFieldStart("resources");
            for (ResourceValues resource : tree.members()) {
                resource.write(notation, json);
            }
            json.writeEndArray();
        }
        if (!tree.children().isEmpty()) {
            json.writeArrayFieldStart("child_modules");
            for (ModuleTree<ResourceValues> child : tree.children().values()) {
                module(child, notation, json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
