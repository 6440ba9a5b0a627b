package dev.corbel.dsl.scope;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Problem;
import dev.corbel.providers.api.diagnostic.SourceRange;

/** The name {@code environment}, of which only {@code environment.name} means something. */
public final class EnvironmentRoot extends Deferred {
    private final String environment;

    public EnvironmentRoot(String environment) {
        this.environment = environment;
    }

    @Override
    public String display() {
        return "environment";
    }

    @Override
    public Object property(String name, boolean soft, SourceRange range) {
        if (!name.equals("name")) {
            throw Problem.error("\"environment\" has no attribute \"" + name + "\"", "It has name.", null, range);
        }
        return environment;
    }
}
