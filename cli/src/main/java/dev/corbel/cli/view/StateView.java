package dev.corbel.cli.view;

import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.terminal.Style.Ink;
import dev.corbel.cli.view.diff.DiffLine;
import dev.corbel.cli.view.diff.DiffLine.Mark;
import dev.corbel.cli.view.diff.ValueLines;
import dev.corbel.providers.api.text.Printable;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows to people what is known to exist. Sensitive values are masked. */
public final class StateView {
    private final Style style;

    public StateView(Style style) {
        this.style = style;
    }

    /** All resources in the order of their addresses, then the outputs; nothing for an empty state. */
    public String render(State state) {
        StringBuilder text = new StringBuilder();
        state.instances().values().stream()
                .sorted(Comparator.comparing(ResourceInstance::address))
                .forEach(instance -> text.append(render(instance)).append('\n'));
        if (!state.outputs().isEmpty()) {
            text.append(style.paint(Ink.EMPHASIS, "Outputs")).append('\n').append(outputs(state.outputs()));
        }
        return text.toString();
    }

    /** One resource with its attributes, and the objects that wait for their deletion. */
    public String render(ResourceInstance instance) {
        StringBuilder text = new StringBuilder();
        instance.current().ifPresent(object -> object(text, instance.address() + remark("", object), object));
        instance.deposed()
                .forEach((key, object) -> object(
                        text, instance.address() + remark("deposed object " + Printable.line(key), object), object));
        return text.toString();
    }

    private static String remark(String first, StateObject object) {
        List<String> remarks = new ArrayList<>();
        if (!first.isEmpty()) {
            remarks.add(first);
        }
        if (object.tainted()) {
            remarks.add("tainted");
        }
        object.preventDestroy().ifPresent(line -> remarks.add("preventDestroy, set at " + line));
        return remarks.isEmpty() ? "" : "  # " + String.join("; ", remarks);
    }

    private void object(StringBuilder text, String title, StateObject object) {
        text.append(style.paint(Ink.EMPHASIS, title)).append('\n');
        lines(text, ValueLines.ofEntries(Mark.SAME, 1, object.attributes()));
    }

    /** Outputs, a name and its value a line. */
    public String outputs(Map<String, OutputValue> outputs) {
        Map<String, Value> shown = new TreeMap<>();
        outputs.forEach((name, output) -> shown.put(name, output.marked()));
        StringBuilder text = new StringBuilder();
        lines(text, ValueLines.ofEntries(Mark.SAME, 0, new MapValue(shown)));
        return text.toString();
    }

    /** The value of an output alone. */
    public String output(OutputValue output) {
        StringBuilder text = new StringBuilder();
        lines(text, ValueLines.of(output.marked()));
        return text.toString();
    }

    private static void lines(StringBuilder text, List<DiffLine> lines) {
        lines.forEach(line ->
                text.append("    ".repeat(line.depth())).append(line.text()).append('\n'));
    }
}
