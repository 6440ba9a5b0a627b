package dev.corbel.dsl.program;

import dev.corbel.dsl.program.BlockCall.Located;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code keyword(arguments, option: value) { … }}.
 *
 * @param options in the order of writing
 * @param range the head
 */
public record Declaration(
        String keyword,
        List<Node> arguments,
        List<Option> options,
        @Nullable ClosureLiteral body,
        SourceRange range) implements Node {

    /** A named argument. */
    public record Option(String name, Node value) {}

    public Declaration {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
    }

    /** The line in which its block ends. */
    int lastLine() {
        return body == null ? range.endLine() : body.range().endLine();
    }

    @Override
    public @Nullable Object evaluate(Frame frame) {
        Receiver receiver = frame.receiver();
        try {
            List<Located> positional = new ArrayList<>(arguments.size());
            for (Node argument : arguments) {
                Object value = argument.evaluate(frame);
                if (argument instanceof Literals.Spread) {
                    for (Object element : Dispatch.iterate(value, argument.range())) {
                        positional.add(new Located(element, argument.range()));
                    }
                } else {
                    positional.add(new Located(value, argument.range()));
                }
            }
            Map<String, Located> named = new LinkedHashMap<>();
            for (Option option : options) {
                named.put(
                        option.name(),
                        new Located(
                                option.value().evaluate(frame), option.value().range()));
            }
            receiver.block(new BlockCall(
                    keyword,
                    positional,
                    named,
                    Optional.ofNullable(body).map(code -> new BlockCall.Body(code, frame)),
                    range));
        } catch (DiagnosticsException problems) {
            receiver.report(problems);
        } catch (Placeholder.SkippedException skipped) {
            receiver.skipped();
        }
        return null;
    }
}
