package dev.corbel.providers.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.Facts.ArmProperty;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.ArmResourceType;
import dev.corbel.providers.kit.definition.DocumentPath;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Field.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds each definition to the types of Azure: each path is there, its kind fits, and nothing read-only is written. */
class ArmAgreementTest {
    private static final Map<String, Map<String, Map<String, ArmProperty>>> FACTS = Facts.arm();

    /** Every resource has these, and so the facts do not repeat them. */
    private static final Set<String> EVERYWHERE = Set.of("id", "name");

    private final List<String> problems = new ArrayList<>();

    @Test
    void pathsAreThoseOfAzure() {
        int judged = 0;
        for (String name : AzureTypes.RESOURCES.keySet()) {
            if (AzureTypes.resource(name).orElseThrow() instanceof ArmResourceType type
                    && FACTS.containsKey(key(type.type()))) {
                judge(key(type.type()), type.type().definition().fields(), "");
                judged++;
            }
        }
        assertThat(problems).isEmpty();
        assertThat(judged).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aPathThatIsNotThereIsAProblem() {
        judge("Microsoft.Network/natGateways@2025-01-01", List.of(), "properties.nowhere");
        problem(
                "Microsoft.Network/natGateways@2025-01-01",
                "properties",
                DocumentPath.of("resourceGuid"),
                Value.of("x"),
                true);

        assertThat(problems).singleElement().asString().contains("resourceGuid is read-only");
    }

    private static String key(ArmDefinition type) {
        return type.armType() + "@" + type.apiVersion();
    }

    private void judge(String type, List<Field> fields, String around) {
        for (Field field : fields) {
            if (field instanceof Field.Constant constant) {
                problem(type, around, constant.path(), constant.value(), true);
            } else if (field instanceof Field.Leaf leaf && leaf.path().isPresent()) {
                boolean written = leaf.direction() != Direction.READ;
                problem(type, around, leaf.path().get(), leaf.form().toDocument(sample(leaf.attribute())), written);
            } else if (field instanceof Field.Nested block) {
                judge(type, block, around, true);
            } else if (field instanceof Field.Objects objects) {
                judge(type, objects.inner(), around, objects.attribute().isConfigurable());
            }
        }
    }

    private void judge(String type, Field.Nested block, String around, boolean written) {
        String first = block.path().isRoot() ? "" : block.path().names().get(0);
        if (first.startsWith("@")) {
            judgePart(type, block, first, written);
            return;
        }
        boolean many = block.listed() || block.type().maximum() > 1;
        if (!block.path().isRoot()) {
            Value sample = many ? Value.list(MapValue.EMPTY) : MapValue.EMPTY;
            problem(type, around, block.path(), sample, written);
            if (isReadOnly(type, join(around, block.path().toString()))) {
                return;
            }
        }
        String inside = join(around, block.path().toString());
        judge(type, block.fields(), many && !block.path().isRoot() ? inside + "[]" : inside);
    }

    /** A part that Azure has at a path of its own is a type of its own. */
    private void judgePart(String type, Field.Nested block, String first, boolean written) {
        String part = type.replace("@", "/" + first.substring(1, first.indexOf('/')) + "@");
        List<String> rest = block.path().names().subList(1, block.path().names().size());
        if (rest.isEmpty()) {
            judge(part, block.fields(), "");
        } else {
            Field.Nested inside = new Field.Nested(
                    block.type(),
                    new DocumentPath(rest),
                    block.fields(),
                    block.listed(),
                    block.usual(),
                    block.selects());
            judge(part, inside, "", written);
        }
    }

    private static String join(String around, String path) {
        return around.isEmpty() ? path : path.isEmpty() ? around : around + "." + path;
    }

    /** The facts of what is read-only end with its name. */
    private static boolean isReadOnly(String type, String whole) {
        int dot = whole.lastIndexOf('.');
        ArmProperty property = FACTS.getOrDefault(type, Map.of())
                .getOrDefault(dot < 0 ? "" : whole.substring(0, dot), Map.of())
                .get(whole.substring(dot + 1));
        return property != null && property.readOnly();
    }

    private void problem(String type, String around, DocumentPath path, Value value, boolean written) {
        String whole = join(around, path.toString());
        int dot = whole.lastIndexOf('.');
        String object = dot < 0 ? "" : whole.substring(0, dot);
        ArmProperty property = FACTS.getOrDefault(type, Map.of())
                .getOrDefault(object, Map.of())
                .get(whole.substring(dot + 1));
        if (property == null && EVERYWHERE.contains(whole.substring(dot + 1))) {
            return;
        }
        if (property == null) {
            problems.add(type + " has no " + whole);
            return;
        }
        if (written && property.readOnly()) {
            problems.add(type + " " + whole + " is read-only");
        }
        if (!fits(property.kind(), value)) {
            problems.add(type + " " + whole + " takes " + property.kind() + ", not " + value);
        }
        if (value instanceof MapValue map && property.kind().equals("o")) {
            map.entries().forEach((name, inner) -> problem(type, whole, DocumentPath.of(name), inner, written));
        }
        if (value instanceof ListValue list && list.elements().get(0) instanceof MapValue map) {
            map.entries().forEach((name, inner) -> problem(type, whole + "[]", DocumentPath.of(name), inner, written));
        }
    }

    private static boolean fits(String kind, Value value) {
        return switch (kind) {
            case "s" -> value instanceof StringValue;
            case "i" -> value instanceof NumberValue;
            case "b" -> value instanceof BooleanValue;
            case "m", "o" -> value instanceof MapValue;
            case "[s]" -> value instanceof ListValue list && list.elements().get(0) instanceof StringValue;
            case "[o]" -> value instanceof ListValue list && list.elements().get(0) instanceof MapValue;
            default -> kind.equals("x");
        };
    }

    private static Value sample(Attribute attribute) {
        return sample(attribute.type(), attribute.validations());
    }

    private static Value sample(Type type, List<Validation> validations) {
        if (type instanceof Type.ListType list) {
            return Value.list(sample(list.element(), validations));
        }
        if (type instanceof Type.SetType set) {
            return Value.list(sample(set.element(), validations));
        }
        if (type instanceof Type.MapType map) {
            return new MapValue(Map.of("key", sample(map.element(), validations)));
        }
        if (type == Type.BOOLEAN) {
            return Value.of(true);
        }
        if (type == Type.NUMBER) {
            return Value.of(1);
        }
        return Value.of(validations.stream()
                .flatMap(validation -> validation.allowed().stream())
                .findFirst()
                .orElse("2030-01-01T00:00:00Z"));
    }
}
