package dev.corbel.engine.drift;

import dev.corbel.dsl.format.ValueText;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.drift.Finding;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a definition would have to say so that drift is none any more: another value, a block with an adoption for an
 * object that somebody added, or a sentence where that is for people to decide.
 */
final class AcceptingText {
    private final Function<String, Optional<? extends ReadableType>> types;
    private final Map<String, String> references = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** @param types finds a type by its name */
    AcceptingText(Definition definition, State state, Function<String, Optional<? extends ReadableType>> types) {
        this.types = types;
        for (ResourceDeclaration resource : definition.resources()) {
            Address address = resource.address();
            taken.add(address.last().type() + "." + address.last().label());
            if (address.steps().size() == 1 && address.last().key() == null) {
                state.current(address).ifPresent(object -> refer(address, object));
            }
        }
    }

    private void refer(Address address, StateObject object) {
        for (String name : List.of("arn", "id")) {
            object.attributes().text(name).ifPresent(value -> references.put(value, address + "." + name));
        }
    }

    /** Tells whether there is a type of this name, so that a block can be written for its objects. */
    boolean knows(String type) {
        return types.apply(type).isPresent();
    }

    /** The text for one finding. Each object that was added gets a name of its own. */
    String of(Finding finding) {
        return switch (finding.kind()) {
            case CHANGED -> changed(finding);
            case OPEN ->
                comment(
                        finding,
                        "The definition leaves it open. To take over what is there: corbel apply --refresh-only");
            case DELETED -> comment(finding, "It is gone. Take its block away; or corbel apply makes it anew.");
            case RECREATED ->
                comment(
                        finding,
                        finding.detail() + " To take that over: corbel state rm "
                                + finding.address().map(Address::toString).orElse("")
                                + ", and adopt it. Or take it away.");
            case ATTACHED, ORPHAN, UNMANAGED -> added(finding);
            default -> comment(finding, finding.detail());
        };
    }

    private static String comment(Finding finding, String text) {
        return "// " + subject(finding) + "\n// " + text + "\n";
    }

    private static String subject(Finding finding) {
        String address = finding.address().map(Address::toString).orElse(finding.type());
        String attribute = finding.attribute().map(name -> "." + name).orElse("");
        String place = finding.range()
                .map(range -> ", " + range.file() + ":" + range.line())
                .orElse("");
        return address + attribute + place;
    }

    private String changed(Finding finding) {
        String name = finding.attribute().orElse("");
        if (finding.after().containsSensitive()) {
            return comment(finding, "It is sensitive: give the variable that it comes from its new value.");
        }
        return "// " + subject(finding) + "\n" + name + " = " + value(finding.after()) + "\n";
    }

    private String added(Finding finding) {
        Optional<? extends ReadableType> type = types.apply(finding.type());
        if (type.isEmpty() || !(finding.after() instanceof MapValue attributes)) {
            return comment(finding, "Corbel has no type " + finding.type() + ": take it away by hand, or ignore it.");
        }
        String name = name(finding);
        StringBuilder text = new StringBuilder("// ")
                .append(subject(finding))
                .append("\nresource('")
                .append(finding.type())
                .append("', '")
                .append(name)
                .append("') {\n");
        block(type.get().schema(), attributes, "    ", text);
        return text.append("}\nadopt(")
                .append(finding.type())
                .append('.')
                .append(name)
                .append(") { id = ")
                .append(ValueText.of(Value.of(finding.id().orElse(""))))
                .append(" }\n")
                .toString();
    }

    private String name(Finding finding) {
        String parent = finding.address()
                .map(address -> String.valueOf(address.last().label()))
                .orElse("found");
        String base = parent.replaceAll("[^A-Za-z0-9_]", "_");
        for (int number = 1; ; number++) {
            String name = base + "_" + number;
            if (taken.add(finding.type() + "." + name)) {
                return name;
            }
        }
    }

    /** Writes what the definition has to say: nothing that the provider computes, and no default. */
    private void block(Schema schema, MapValue attributes, String indent, StringBuilder text) {
        for (Attribute attribute : schema.attributes().values()) {
            Value value = attributes.get(attribute.name());
            boolean said = attribute.isConfigurable() && !attribute.isComputed() && !attribute.isWriteOnly();
            if (!said || value.isNull() || attribute.defaultValue().equals(Optional.of(value))) {
                continue;
            }
            text.append(indent).append(attribute.name()).append(" = ");
            if (value.containsSensitive()) {
                text.append("variable.")
                        .append(attribute.name())
                        .append("    // sensitive: declare it, and give it its value");
            } else {
                text.append(value(value));
            }
            text.append('\n');
        }
        for (BlockType block : schema.blocks().values()) {
            Value value = attributes.get(block.name());
            List<Value> all = value instanceof ListValue list ? list.elements() : List.of(value);
            for (Value one : all) {
                if (one instanceof MapValue inner) {
                    text.append(indent).append(block.name()).append(" {\n");
                    block(block.schema(), inner, indent + "    ", text);
                    text.append(indent).append("}\n");
                }
            }
        }
    }

    /** A reference where the value is an id of ours, else the literal. */
    String value(Value value) {
        @Nullable String reference = value instanceof StringValue text ? references.get(text.value()) : null;
        return reference == null ? ValueText.of(value) : reference;
    }
}
