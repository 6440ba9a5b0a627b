package dev.corbel.engine.drift;

import dev.corbel.engine.Engine;
import dev.corbel.engine.environment.Environment;
import dev.corbel.engine.run.ReadRun;
import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.SurveyScope;
import dev.corbel.planner.drift.Drift;
import dev.corbel.planner.drift.DriftComparison;
import dev.corbel.planner.drift.DriftComparison.DefinitionState;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.planner.drift.Finding;
import dev.corbel.planner.drift.SuppressionReason;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.Survey;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Severity;
import dev.corbel.state.model.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for drift of one environment. It takes no lock and writes nothing, so it works beside a run that applies, and on a
 * project that cannot be written.
 */
public final class DriftScan {
    private final Engine engine;
    private final DriftOptions options;

    public DriftScan(Engine engine, DriftOptions options) {
        this.engine = engine;
        this.options = options;
    }

    /** Looks. Every error is in the report. */
    public DriftReport run() {
        try {
            DriftDefinition definition = DriftDefinition.load(engine, options.inputs());
            try (ReadRun run = engine.runs().read()) {
                return report(
                        definition.standing(engine, options.inputs(), run.state(), run.readings(options.parallelism())),
                        run);
            }
        } catch (DiagnosticsException failure) {
            return DriftReport.failed(engine.environment().name(), file(), failure.diagnostics());
        }
    }

    private DriftReport report(DriftDefinition definition, ReadRun run) {
        if (definition.state() == DefinitionState.BROKEN) {
            return compared(definition, run);
        }
        try {
            return compared(definition, run);
        } catch (DiagnosticsException unplannable) {
            // Such as a cycle: there is nothing to compare with, but state is compared with reality all the same.
            return compared(definition.broken(unplannable), run);
        }
    }

    private DriftReport compared(DriftDefinition definition, ReadRun run) {
        State state = run.state();
        // Before the look, in which another run may come to its end.
        UnfinishedWork unfinished = new UnfinishedWork(run.interrupted(), engine.state());
        boolean broken = definition.state() == DefinitionState.BROKEN;
        PlanOptions planning = PlanOptions.of(broken ? PlanMode.REFRESH_ONLY : PlanMode.NORMAL)
                .surveying()
                .withParallelism(options.parallelism())
                .withListener(options.listener());
        ProjectObjects project = new ProjectObjects(engine);
        Survey survey = run.survey(definition.definition(), planning, scope(project));
        Drift drift = DriftComparison.of(survey, run::type, definition.state(), options.today());
        IgnoreRules rules = new IgnoreRules(definition.definition().ignoredDrift(), options.today());
        List<Finding> findings = rules.applied(unfinished.heeded(drift.findings(), state));
        List<Diagnostic> warnings = new ArrayList<>(definition.warnings());
        warnings.addAll(run.warnings());
        warnings.addAll(broken ? List.of() : asWarnings(definition));
        warnings.addAll(planning(survey.plan()));
        warnings.addAll(project.warnings());
        rules.endingSoon()
                .forEach(text -> warnings.add(Diagnostic.warning("A rule that ignores drift ends soon", text)));
        return new DriftReport(
                engine.environment().name(),
                file(),
                state.lineage(),
                state.serial(),
                drift.compared(),
                run.calls(),
                findings,
                suppressed(drift, run),
                drift.listings(),
                accepting(definition, run, findings),
                broken ? definition.problems() : List.of(),
                warnings);
    }

    private static Map<SuppressionReason, Integer> suppressed(Drift drift, ReadRun run) {
        Map<SuppressionReason, Integer> suppressed = new EnumMap<>(SuppressionReason.class);
        suppressed.putAll(drift.suppressed());
        if (run.ignoredTags() > 0) {
            suppressed.put(SuppressionReason.IGNORED_TAGS, run.ignoredTags());
        }
        return suppressed;
    }

    private SurveyScope scope(ProjectObjects project) {
        Set<Unmanaged> kinds = options.unmanaged();
        boolean all = kinds.contains(Unmanaged.ALL);
        return new SurveyScope(
                all || kinds.contains(Unmanaged.ATTACHED), all || kinds.contains(Unmanaged.TAGGED), all, project);
    }

    private Accepting accepting(DriftDefinition definition, ReadRun run, List<Finding> findings) {
        if (options.accepting() == Accepting.Mode.NONE) {
            return Accepting.NONE;
        }
        List<Finding> counting = findings.stream()
                .filter(finding -> finding.counts(DriftSeverity.LOW))
                .toList();
        AcceptingText texts = new AcceptingText(definition.definition(), run.state(), run::type);
        boolean writes = options.accepting() == Accepting.Mode.WRITE && definition.state() != DefinitionState.BROKEN;
        return writes
                ? new WrittenAdoption(
                                texts,
                                definition.definition(),
                                engine.environment().project(),
                                file())
                        .write(counting)
                : new Accepting(counting.stream().map(texts::of).toList(), List.of());
    }

    /** Variables without a value are worth a word, and no error. */
    private static List<Diagnostic> asWarnings(DriftDefinition definition) {
        return definition.problems().stream()
                .map(problem -> Diagnostic.warning(
                                problem.summary(), "Nothing that hangs on it is compared with the definition.")
                        .at(problem.range().orElse(null)))
                .toList();
    }

    /** The problems that a plan would have are no drift, and keep nothing from being read. */
    private static List<Diagnostic> planning(Plan plan) {
        List<Diagnostic> remarks = new ArrayList<>();
        plan.diagnostics().stream().filter(problem -> !problem.isError()).forEach(remarks::add);
        plan.failures()
                .forEach(failure -> remarks.add(new Diagnostic(
                        Severity.WARNING,
                        "A plan would fail: " + failure.summary(),
                        failure.detail(),
                        failure.address(),
                        failure.range(),
                        failure.hint())));
        return remarks;
    }

    private String file() {
        Environment environment = engine.environment();
        return environment.project().relativize(environment.file()).toString().replace('\\', '/');
    }
}
