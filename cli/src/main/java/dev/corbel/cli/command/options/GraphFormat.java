package dev.corbel.cli.command.options;

import dev.corbel.cli.render.Renderers;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a format of graphs. */
public final class GraphFormat implements ITypeConverter<String> {
    private static final List<String> NAMES = Renderers.GRAPHS;

    /** The names, for help and completion. */
    public static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return NAMES.iterator();
        }
    }

    @Override
    public String convert(String text) {
        if (!NAMES.contains(text)) {
            throw new TypeConversionException("\"" + text + "\" is none of " + String.join(", ", NAMES));
        }
        return text;
    }
}
