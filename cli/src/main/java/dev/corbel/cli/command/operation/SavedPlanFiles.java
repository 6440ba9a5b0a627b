package dev.corbel.cli.command.operation;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.engine.Engine;
import dev.corbel.engine.environment.Environment;
import dev.corbel.planner.saved.PlanFile;
import dev.corbel.planner.saved.SavedPlan;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out which arguments are saved plans, and what they are about. */
public final class SavedPlanFiles {
    private SavedPlanFiles() {}

    /** A plan, and the engine for its environment, whose files may have changed or gone since. */
    public record Opened(SavedPlan saved, Engine engine) {}

    /** The file of this name, where its first bytes are those of a plan. */
    public static Optional<Path> find(Path directory, String name) {
        Path file = directory.resolve(name);
        return PlanFile.isPlan(file) ? Optional.of(file) : Optional.empty();
    }

    /** Reads a plan. The definition that is there now says with which keys, since the plan may come from anybody. */
    public static Opened open(Invocation invocation, Path file) {
        PlanFile.Label label = PlanFile.label(file);
        Path project = invocation.console().directory();
        String alone = label.environment() + ".groovy";
        String inFolder = "environments/" + alone;
        String now =
                !Files.exists(project.resolve(inFolder)) && Files.exists(project.resolve(alone)) ? alone : inFolder;
        if (label.encrypted() && !Files.exists(project.resolve(now))) {
            throw new DiagnosticsException(Diagnostic.error(
                            "Definition of environment \"" + label.environment() + "\" not found",
                            "The plan is encrypted, and the state block of the definition says with which keys.")
                    .withHint("Put " + now + " back."));
        }
        Engine engine = engine(invocation, project, label.environment(), now);
        SavedPlan saved = engine.savedPlans().read(file, label);
        String then = saved.sources().containsKey(alone) ? alone : inFolder;
        Path home = home(project, saved);
        return new Opened(
                saved,
                then.equals(now) && home.equals(project)
                        ? engine
                        : engine(invocation, home, saved.environment(), then));
    }

    /** The folder of the project, seen from here as it was seen from where the plan was made. */
    private static Path home(Path start, SavedPlan saved) {
        Path home = start.resolve(saved.origin().project()).normalize();
        if (!Files.isDirectory(home)) {
            throw new DiagnosticsException(Diagnostic.error(
                            "The project of the plan is not here",
                            "The plan is for a project in " + saved.origin().project()
                                    + ", and there is no such folder in " + start + ".")
                    .withHint("Start where the plan was made, or in a copy of that folder: -C DIR names one."));
        }
        return home;
    }

    private static Engine engine(Invocation invocation, Path project, String environment, String file) {
        return invocation.engine(new Environment(environment, project.resolve(file), project));
    }
}
