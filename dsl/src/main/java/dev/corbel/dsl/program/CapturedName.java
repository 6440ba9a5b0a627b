package dev.corbel.dsl.program;

import dev.corbel.dsl.program.Captures.Kind;
import dev.corbel.dsl.program.Captures.Path;
import dev.corbel.dsl.program.Captures.Step;
import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/** A name in code that runs later, of which the next steps lead to values that are known now. */
final class CapturedName extends Deferred {
    private final Binding binding;
    private final Path path;

    CapturedName(Binding binding, Path path) {
        this.binding = binding;
        this.path = path;
    }

    @Override
    public String display() {
        return path.root().display();
    }

    @Override
    public @Nullable Object property(String name, boolean soft, SourceRange range) {
        return binding.at(path.then(new Step(Kind.PROPERTY, name, soft)), range);
    }

    @Override
    public @Nullable Object index(Object key, boolean soft, SourceRange range) {
        return binding.at(path.then(new Step(Kind.INDEX, key, soft)), range);
    }

    @Override
    public @Nullable Object spread(String name, SourceRange range) {
        return binding.at(path.then(new Step(Kind.SPREAD, name, false)), range);
    }

    @Override
    public @Nullable Object call(String method, @Nullable Object[] arguments, SourceRange range) {
        return Dispatch.call(binding.original(path, range), method, arguments, range);
    }
}
