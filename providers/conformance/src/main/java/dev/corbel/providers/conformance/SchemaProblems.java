package dev.corbel.providers.conformance;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Contradictions in a schema. */
final class SchemaProblems {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]*");

    private final List<String> problems = new ArrayList<>();

    private SchemaProblems() {}

    static List<String> of(Schema schema) {
        SchemaProblems collector = new SchemaProblems();
        if (schema.version() < 0) {
            collector.problems.add("the version is negative");
        }
        collector.collect(schema, ValuePath.ROOT);
        return collector.problems;
    }

    private void collect(Schema schema, ValuePath path) {
        schema.attributes().forEach((name, attribute) -> {
            if (!name.equals(attribute.name())) {
                problems.add(path.then(name) + " calls itself " + attribute.name());
            }
            collect(attribute, path.then(name));
        });
        schema.blocks().forEach((name, block) -> {
            if (!name.equals(block.name())) {
                problems.add(path.then(name) + " calls itself " + block.name());
            }
            collect(block, path.then(name));
        });
    }

    private void collect(Attribute attribute, ValuePath path) {
        collectName(attribute.name(), path);
        if (!attribute.isConfigurable()) {
            require(attribute.isComputed(), path, "can be set by nobody");
            require(attribute.defaultValue().isEmpty(), path, "has a default, though no definition may set it");
            require(attribute.validations().isEmpty(), path, "is validated, though no definition may set it");
            require(!attribute.isImmutable(), path, "is immutable, though no definition may set it");
        }
        require(!attribute.isWriteOnly() || !attribute.isComputed(), path, "is write-only, and yet computed");
        require(
                !attribute.isWriteOnly() || attribute.isConfigurable(),
                path,
                "is write-only, and yet not configurable");
        attribute.defaultValue().ifPresent(value -> collectDefault(attribute, value, path));
    }

    private void collectDefault(Attribute attribute, Value value, ValuePath path) {
        try {
            require(
                    Conversion.convert(value, attribute.type()).equals(value),
                    path,
                    "has a default that is not in the form of its type");
        } catch (Conversion.MismatchException mismatch) {
            problems.add(path + " has a default that " + mismatch.getMessage());
        }
        for (Validation validation : attribute.validations()) {
            if (!value.isNull()) {
                validation
                        .problem(value)
                        .ifPresent(problem -> problems.add(path + " has a default that is refused: it " + problem));
            }
        }
    }

    private void collect(BlockType block, ValuePath path) {
        collectName(block.name(), path);
        require(
                0 <= block.minimum() && block.minimum() <= block.maximum() && block.maximum() > 0,
                path,
                "stands from " + block.minimum() + " to " + block.maximum() + " times");
        require(
                block.nesting() != BlockType.Nesting.SINGLE || block.maximum() == 1,
                path,
                "is a single block that may stand more than once");
        collect(block.schema(), path);
    }

    private void collectName(String name, ValuePath path) {
        require(NAME.matcher(name).matches(), path, "is no name");
    }

    private void require(boolean fulfilled, ValuePath path, String problem) {
        if (!fulfilled) {
            problems.add(path + " " + problem);
        }
    }
}
