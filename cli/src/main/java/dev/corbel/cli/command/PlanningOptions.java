package dev.corbel.cli.command;

import dev.corbel.planner.plan.PlanMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What plan, apply and destroy take to make a plan. */
final class PlanningOptions {
    private static final int DEFAULT_PARALLELISM = 16;

    @Mixin
    VariableOptions variables = new VariableOptions();

    @Mixin
    LockOptions lock = new LockOptions();

    @Option(names = "--refresh-only", description = "Bring state up to date with reality and do nothing else.")
    boolean refreshOnly;

    @Option(names = "--no-refresh", description = "Believe state; do not read what it knows from the provider.")
    boolean noRefresh;

    @Option(
            names = "--target",
            paramLabel = "ADDRESS",
            description = "Only this and all that it needs. Globs work; may be given several times.")
    List<String> targets = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "ADDRESS",
            description = "Not this, nor anything that depends on it. Globs work; may be given several times.")
    List<String> excludes = new ArrayList<>();

    @Option(
            names = "--replace",
            paramLabel = "ADDRESS",
            description = "Replace this although nothing else asks for it. Globs work; may be given several times.")
    List<String> replacements = new ArrayList<>();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "" + DEFAULT_PARALLELISM,
            converter = PositiveNumber.class,
            description = "How many calls run at once (default: ${DEFAULT-VALUE}).")
    int parallelism;

    @Option(names = "--out", paramLabel = "FILE", description = "Save the plan, for corbel apply FILE.")
    @Nullable
    Path out;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the plan as a page for a browser.")
    @Nullable
    Path html;

    PlanMode mode() {
        return refreshOnly ? PlanMode.REFRESH_ONLY : PlanMode.NORMAL;
    }

    Duration lockTimeout() {
        return lock.timeout;
    }

    /** Those that were given and that applying a saved plan takes, too. */
    List<String> applying() {
        List<String> given = new ArrayList<>();
        if (parallelism != DEFAULT_PARALLELISM) {
            given.addAll(List.of("--parallelism", String.valueOf(parallelism)));
        }
        if (!lock.timeout.isZero()) {
            given.addAll(List.of("--lock-timeout", Time.text(lock.timeout)));
        }
        return given;
    }
}
