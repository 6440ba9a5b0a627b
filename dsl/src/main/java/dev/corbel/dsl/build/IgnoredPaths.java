package dev.corbel.dsl.build;

import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ValuePath;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Reads what {@code ignoreChanges} names by a type's schema. A path that can name nothing is an error. */
final class IgnoredPaths {
    private final Problems problems;
    private final SourceRange range;

    IgnoredPaths(Problems problems, SourceRange range) {
        this.problems = problems;
        this.range = range;
    }

    /** The path, with keys of maps as names and positions of lists as numbers. */
    ValuePath read(String text, Schema schema) {
        ValuePath written = ValuePath.parse(text)
                .orElseThrow(() -> Problem.error(
                        "\"" + text + "\" is no path to an attribute",
                        "",
                        "Write a path such as 'tags', 'tags[\"a.b\"]' or 'rule[0].port'.",
                        range));
        Walk walk = new Walk(text, schema);
        written.steps().forEach(walk::step);
        return walk.path;
    }

    private final class Walk {
        private final String text;
        private ValuePath path = ValuePath.ROOT;
        private @Nullable Schema schema;
        private @Nullable Type type;
        private @Nullable BlockType block;

        private Walk(String text, Schema schema) {
            this.text = text;
            this.schema = schema;
        }

        private void step(ValuePath.Step step) {
            if (block != null && step instanceof ValuePath.Index index) {
                position(block, index.index());
            } else if (schema != null) {
                enter(schema, name(step));
            } else {
                into(step);
            }
        }

        /** A block that is single here is the first of a list elsewhere. */
        private void position(BlockType of, int index) {
            boolean single = of.nesting() == BlockType.Nesting.SINGLE;
            if (single && index != 0) {
                throw nothing("There is one \"" + of.name() + "\" block.", null);
            }
            path = single ? path : path.then(index);
            block = null;
        }

        private void enter(Schema current, String name) {
            if (block != null && block.nesting() != BlockType.Nesting.SINGLE) {
                throw nothing(
                        "There is a list of \"" + block.name() + "\" blocks.",
                        "Choose one by its position: '" + path + "[0]." + name + "'.");
            }
            Attribute attribute = current.attribute(name);
            block = current.block(name);
            if (attribute == null && block == null) {
                throw unknown(name, current.names());
            }
            schema = block == null ? null : block.schema();
            type = attribute == null ? null : attribute.type();
            path = path.then(name);
            if (attribute != null && !attribute.isConfigurable()) {
                problems.warning(
                        "Changes of \"" + path + "\" are never planned",
                        "The provider computes it, so that there is nothing to ignore.",
                        "Remove it from ignoreChanges.",
                        range);
            }
        }

        private void into(ValuePath.Step step) {
            String name = name(step);
            if (type instanceof Type.ListType || type instanceof Type.SetType) {
                path = path.then(index(step));
                type = type instanceof Type.ListType list ? list.element() : ((Type.SetType) type).element();
            } else if (type instanceof Type.MapType map) {
                path = path.then(name);
                type = map.element();
            } else if (type instanceof Type.ObjectType object) {
                if (!object.attributes().containsKey(name)) {
                    throw unknown(name, object.attributes().keySet());
                }
                path = path.then(name);
                type = object.attributes().get(name);
            } else if (type == Type.ANY) {
                path = path.then(new ValuePath(java.util.List.of(step)));
            } else {
                throw nothing("\"" + path + "\" is a " + type + ".", null);
            }
        }

        private int index(ValuePath.Step step) {
            if (step instanceof ValuePath.Index index) {
                return index.index();
            }
            throw nothing("\"" + path + "\" is a list.", "Choose an element by its position: '" + path + "[0]'.");
        }

        private RuntimeException unknown(String name, Collection<String> names) {
            return nothing(
                    names.size() > 12 ? "" : "There are " + String.join(", ", names) + ".",
                    path.isRoot() && name.equals("all")
                            ? "Write ignoreChanges = 'all', without brackets."
                            : Suggestion.didYouMean(name, names).orElse(null));
        }

        private RuntimeException nothing(String detail, @Nullable String hint) {
            return Problem.error("There is no attribute \"" + text + "\" to ignore changes of", detail, hint, range);
        }

        private static String name(ValuePath.Step step) {
            return step instanceof ValuePath.Index index
                    ? Integer.toString(index.index())
                    : ((ValuePath.Name) step).name();
        }
    }
}
