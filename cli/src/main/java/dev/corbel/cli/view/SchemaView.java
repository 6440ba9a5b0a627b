package dev.corbel.cli.view;

import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.terminal.Style.Ink;
import dev.corbel.engine.schema.ProviderTypes;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Types of providers for people: a list of all, or everything about one. */
public final class SchemaView {
    private static final String INDENT = "  ";

    private final Style style;

    public SchemaView(Style style) {
        this.style = style;
    }

    /** The names of all types with what they are, by provider. */
    public String list(List<ProviderTypes> providers) {
        int width = providers.stream()
                .flatMap(types -> Stream.concat(
                        types.resources().stream().map(ResourceType::name),
                        types.dataSources().stream().map(type -> type.name())))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        List<String> parts = new ArrayList<>();
        for (ProviderTypes types : providers) {
            StringBuilder text =
                    new StringBuilder(heading("provider " + types.provider().name(), ""));
            if (!types.resources().isEmpty()) {
                text.append(INDENT).append("resources\n");
                types.resources()
                        .forEach(type -> text.append(
                                named(type.name(), plain(type.guide().description()), width)));
            }
            if (!types.dataSources().isEmpty()) {
                text.append(INDENT).append("data sources\n");
                types.dataSources().forEach(type -> text.append(named(type.name(), plain(type.description()), width)));
            }
            if (!types.provider().blueprints().isEmpty()) {
                text.append(INDENT)
                        .append("blueprints\n")
                        .append(INDENT.repeat(2))
                        .append(String.join(
                                ", ",
                                new TreeSet<>(types.provider().blueprints().keySet())))
                        .append('\n');
            }
            parts.add(text.toString());
        }
        return String.join("\n", parts);
    }

    private static String named(String name, String description, int width) {
        String line = INDENT.repeat(2) + name + " ".repeat(width - name.length() + 2) + description;
        return line.stripTrailing() + "\n";
    }

    /** Everything about the types: guide, attributes and blocks. */
    public String details(ProviderTypes types) {
        List<String> parts = new ArrayList<>();
        types.resources()
                .forEach(type -> parts.add(resource(type, types.provider().name())));
        types.dataSources()
                .forEach(type -> parts.add(heading(
                                "data " + type.name(),
                                " of provider " + types.provider().name())
                        + sentence("Finds", type.description())
                        + "\n"
                        + schema(type.schema(), 1)));
        return String.join("\n", parts);
    }

    private String resource(ResourceType type, String provider) {
        TypeGuide guide = type.guide();
        return heading("resource " + type.name(), " of provider " + provider)
                + sentence("Manages", guide.description())
                + sentence("adopt and import take", guide.importId())
                + sentence("Not there:", guide.missing())
                + "\n"
                + schema(type.schema(), 1);
    }

    private String heading(String text, String rest) {
        return style.paint(Ink.EMPHASIS, text) + rest + "\n";
    }

    private static String sentence(String beginning, String rest) {
        String plain = plain(rest);
        return plain.isEmpty() ? "" : INDENT + beginning + " " + plain + (plain.endsWith(".") ? "" : ".") + "\n";
    }

    /** Code is marked in documents alone. */
    private static String plain(String markdown) {
        return markdown.replace("`", "");
    }

    private String schema(Schema schema, int depth) {
        StringBuilder text = new StringBuilder();
        int names = schema.attributes().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int typeWidth = schema.attributes().values().stream()
                .mapToInt(attribute -> attribute.type().toString().length())
                .max()
                .orElse(0);
        for (Attribute attribute : schema.attributes().values()) {
            String name = attribute.name();
            String type = attribute.type().toString();
            text.append(INDENT.repeat(depth))
                    .append(style.paint(Ink.EMPHASIS, name))
                    .append(" ".repeat(names - name.length() + 2))
                    .append(type)
                    .append(" ".repeat(typeWidth - type.length() + 2))
                    .append(String.join("; ", traits(attribute)))
                    .append('\n');
            if (!attribute.description().isEmpty()) {
                text.append(INDENT.repeat(depth + 2))
                        .append(style.paint(Ink.FAINT, attribute.description()))
                        .append('\n');
            }
        }
        for (BlockType block : schema.blocks().values()) {
            text.append(INDENT.repeat(depth))
                    .append(style.paint(Ink.EMPHASIS, block.name()))
                    .append(" { }  ")
                    .append(String.join("; ", traits(block)))
                    .append('\n')
                    .append(schema(block.schema(), depth + 2));
        }
        return text.toString();
    }

    private static List<String> traits(Attribute attribute) {
        List<String> traits = new ArrayList<>();
        if (attribute.isRequired()) {
            traits.add("required");
        } else if (!attribute.isConfigurable()) {
            traits.add("computed");
        } else {
            traits.add(attribute.isComputed() ? "optional, else computed" : "optional");
        }
        attribute
                .defaultValue()
                .ifPresent(value -> traits.add("default " + (value.toString().isEmpty() ? "\"\"" : value)));
        if (attribute.isImmutable()) {
            traits.add("a change replaces");
        }
        if (attribute.isSensitive()) {
            traits.add("sensitive");
        }
        if (attribute.isWriteOnly()) {
            traits.add("write-only");
        }
        if (attribute.isLocation()) {
            traits.add("decides where the provider points");
        }
        attribute.validations().stream()
                .map(Validation::rule)
                .filter(rule -> !rule.isEmpty())
                .forEach(traits::add);
        return traits;
    }

    private static List<String> traits(BlockType block) {
        List<String> traits = new ArrayList<>();
        boolean limited = block.maximum() < Integer.MAX_VALUE;
        if (block.maximum() == 1) {
            traits.add(block.minimum() == 1 ? "required block" : "block");
        } else {
            traits.add(block.nesting() == BlockType.Nesting.SET ? "blocks without order" : "blocks in order");
            if (block.minimum() > 0 || limited) {
                traits.add(limited ? block.minimum() + " to " + block.maximum() : "at least " + block.minimum());
            }
        }
        if (block.immutable()) {
            traits.add("a change replaces");
        }
        return traits;
    }
}
