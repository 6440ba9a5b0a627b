package dev.corbel.dsl.template;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A template in Terraform's syntax. */
public final class Template {
    private final Part root;
    private final Map<String, SourceRange> free;

    private Template(Part root, Map<String, SourceRange> free) {
        this.root = root;
        this.free = free;
    }

    /** Parses the text of a file; what is wrong in it is an error at its place there. */
    public static Template parse(String file, String text, TemplateFunctions calls) {
        Map<String, SourceRange> free = new LinkedHashMap<>();
        Cursor cursor = new Cursor(file, text);
        Part root = new TemplateReader(cursor, new ExpressionReader(cursor, calls, free)).file();
        return new Template(root, free);
    }

    /** Finds out whether all names that the template takes from outside are among these; an error where one is not. */
    public void check(Set<String> names) {
        free.forEach((name, range) -> {
            if (!names.contains(name)) {
                throw TemplateErrors.undeclared(name, names, range);
            }
        });
    }

    /** The text, or the value itself where an interpolation is all of the template. */
    public Value render(Map<String, Value> values) {
        return root.value(new Bindings(values));
    }
}
