package dev.corbel.cli.command.operation;

import dev.corbel.cli.command.options.PolicyFlags;
import dev.corbel.cli.command.options.VariableOptions;
import dev.corbel.cli.drift.Baseline;
import dev.corbel.cli.drift.DriftResult;
import dev.corbel.cli.drift.Shard;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.place.Repository;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.engine.Engine;
import dev.corbel.engine.drift.Accepting;
import dev.corbel.engine.drift.DriftOptions;
import dev.corbel.engine.drift.DriftReport;
import dev.corbel.engine.drift.DriftScan;
import dev.corbel.engine.drift.ReadPolicies;
import dev.corbel.engine.drift.Unmanaged;
import dev.corbel.engine.environment.Environment;
import dev.corbel.planner.PlanListener;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks for drift of one environment or of several. */
public final class DriftOperation {
    /** More at once would only wait for each other's calls. */
    private static final int MAX_ENVIRONMENTS = 4;

    private final Invocation invocation;
    private final PolicyFlags policies;
    private final Set<Unmanaged> unmanaged;
    private final Accepting.Mode accepting;
    private final int parallelism;
    private final LocalDate today;
    private final VariableInputs inputs;
    private Path project;

    /**
     * A look.
     *
     * @param policies those beside the project's
     * @param unmanaged the objects outside of state to look for
     * @param accepting what becomes of the texts that accept it
     * @param today the day on which rules hold or are over, in UTC
     */
    public DriftOperation(
            Invocation invocation,
            VariableOptions variables,
            PolicyFlags policies,
            Set<Unmanaged> unmanaged,
            Accepting.Mode accepting,
            int parallelism,
            LocalDate today) {
        this.invocation = invocation;
        this.policies = policies;
        this.unmanaged = unmanaged;
        this.accepting = accepting;
        this.parallelism = parallelism;
        this.today = today;
        this.inputs = variables.inputs(invocation.console());
        this.project = invocation.console().directory();
    }

    /** Looks at the environment of a name, or at the one that is meant without. */
    public DriftReport one(Optional<String> name) {
        Engine engine = invocation.engine(name);
        project = engine.environment().project();
        DriftReport report = scan(engine, new ReadingProgress(invocation));
        tell(report);
        return report;
    }

    /** The permissions that a look at the environment of a name needs, in the form of each target. */
    public String permissions(Optional<String> name) {
        return String.join(
                "\n", ReadPolicies.of(invocation.engine(name), inputs).values());
    }

    /** All environments of the project, or a part of them. */
    public List<Environment> environments(Optional<Shard> shard) {
        List<Environment> all = invocation.finder().all();
        return shard.map(part -> part.of(all)).orElse(all);
    }

    /** Looks at several environments; one that fails does not stop the others. */
    public List<DriftReport> several(List<Environment> environments) {
        if (environments.isEmpty()) {
            return List.of();
        }
        Engine first = invocation.engine(environments.get(0));
        first.catalog();
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(MAX_ENVIRONMENTS, environments.size()));
        try {
            List<Future<DriftReport>> looks = new ArrayList<>();
            environments.forEach(environment -> looks.add(workers.submit(() -> {
                try (Engine engine = first.beside(environment)) {
                    return scan(engine, PlanListener.NONE);
                }
            })));
            List<DriftReport> reports = new ArrayList<>();
            for (Future<DriftReport> look : looks) {
                reports.add(answer(look));
            }
            reports.forEach(this::tell);
            return reports;
        } finally {
            workers.shutdownNow();
        }
    }

    private static DriftReport answer(Future<DriftReport> look) {
        try {
            return look.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private DriftReport scan(Engine engine, PlanListener listener) {
        policies.addTo(engine.definitions(), invocation.console());
        return new DriftScan(engine, new DriftOptions(inputs, unmanaged, accepting, parallelism, today, listener))
                .run();
    }

    private void tell(DriftReport report) {
        List<Diagnostic> problems = new ArrayList<>(report.warnings());
        problems.addAll(report.errors());
        invocation.report(problems);
        report.accepting().written().forEach(place -> invocation.say("Wrote " + place + "\n"));
    }

    /**
     * The reports, with what is in a baseline no longer counting.
     *
     * @param old the baseline to read
     * @param fresh the baseline to write first
     */
    public List<DriftReport> baselined(List<DriftReport> reports, Optional<Path> old, Optional<Path> fresh) {
        List<DriftReport> known = old.map(file -> without(reports, file)).orElse(reports);
        fresh.ifPresent(file -> ReportFile.write(
                invocation, file.toString(), Baseline.of(new DriftResult(known, DriftSeverity.LOW, ""))));
        return fresh.map(file -> without(reports, file)).orElse(known);
    }

    private List<DriftReport> without(List<DriftReport> reports, Path file) {
        Baseline baseline = Baseline.read(invocation.console().directory().resolve(file), file.toString());
        List<DriftReport> known = reports.stream().map(baseline::applied).toList();
        if (baseline.gone() > 0) {
            invocation.say("%d of the baseline %s are gone. To forget them, write it anew with --write-baseline.%n"
                    .formatted(baseline.gone(), file));
        }
        return known;
    }

    /** The project's folder below the root of its repository, with a slash at the end; empty where it is the root. */
    public String folder() {
        return Repository.around(project)
                .map(repository -> repository
                        .root()
                        .relativize(project.toAbsolutePath().normalize())
                        .toString()
                        .replace('\\', '/'))
                .filter(inside -> !inside.isEmpty())
                .map(inside -> inside + "/")
                .orElse("");
    }
}
