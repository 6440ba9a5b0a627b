package dev.corbel.cli.command;

import dev.corbel.cli.engine.Engine;
import dev.corbel.cli.environment.Environment;
import dev.corbel.planner.saved.PlanFile;
import dev.corbel.planner.saved.SavedPlan;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out which arguments are saved plans, and what they are about. */
final class SavedPlanFiles {
    private SavedPlanFiles() {}

    /** The file of this name, where its first bytes are those of a plan. */
    static Optional<Path> find(Path directory, String name) {
        Path file = directory.resolve(name);
        return PlanFile.isPlan(file) ? Optional.of(file) : Optional.empty();
    }

    /** The engine for the environment of a plan, whose files may have changed or gone since. */
    static Engine engine(Invocation invocation, SavedPlan saved) {
        Path project = invocation.console().directory();
        String alone = saved.environment() + ".groovy";
        String file = saved.sources().containsKey(alone) ? alone : "environments/" + alone;
        return invocation.engine(new Environment(saved.environment(), project.resolve(file), project));
    }
}
