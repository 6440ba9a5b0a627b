package dev.corbel.dsl;

import dev.corbel.dsl.build.Evaluation;
import dev.corbel.dsl.cache.ProgramCache;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.source.ProjectFiles;
import dev.corbel.dsl.source.SavedFiles;
import dev.corbel.dsl.source.SourceFiles;
import dev.corbel.dsl.stage.Answer;
import dev.corbel.dsl.stage.DecidedValues;
import dev.corbel.dsl.stage.Decisions;
import dev.corbel.dsl.stage.Demand;
import dev.corbel.dsl.stage.Readings;
import dev.corbel.dsl.syntax.ProgramReader;
import dev.corbel.dsl.syntax.Programs;
import dev.corbel.dsl.syntax.ReadProgram;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Evaluates a definition, finds out the values by which its code decides what is declared, and evaluates it again with them,
 * until none is missing. A definition whose code decides by no such value is evaluated once.
 */
final class StagedLoading {
    /** Each evaluation adds a value, so this only ends code that asks for other ones without end. */
    private static final int MOST_EVALUATIONS = 16;

    private final LoadOptions options;
    private final SourceFiles files;
    private final Programs programs;
    private final Decisions decisions;
    private final boolean recorded;
    private final Map<String, ReadProgram> read = new HashMap<>();
    private Map<String, String> sources = Map.of();

    StagedLoading(LoadOptions options) {
        this.options = options;
        this.files = files(options);
        this.programs = programs(options);
        Optional<String> recordedValues = files.read(DecidedValues.SOURCE);
        this.recorded = recordedValues.isPresent();
        this.decisions = Decisions.recorded(recordedValues);
    }

    /** The files of a project, or those that a saved plan carries. */
    static SourceFiles files(LoadOptions options) {
        return options.savedSources()
                .<SourceFiles>map(SavedFiles::new)
                .orElseGet(() -> new ProjectFiles(options.projectDirectory()));
    }

    static Programs programs(LoadOptions options) {
        return options.cacheDirectory().map(ProgramCache::in).orElse(ProgramReader::read);
    }

    static String environmentText(Context context, LoadOptions options) {
        return context.text(options.environmentFile())
                .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                        "There is no file \"" + options.environmentFile() + "\"",
                        "An environment NAME is described by environments/NAME.groovy.")));
    }

    LoadedDefinition load() {
        for (int evaluations = 1; ; evaluations++) {
            Stage stage = new Stage();
            if (decisions.unmet().isEmpty()) {
                stage.verify();
                return stage.loaded(true);
            }
            if (!stage.advance()) {
                stage.refuse();
                return stage.loaded(false);
            }
            if (evaluations == MOST_EVALUATIONS) {
                throw endless(decisions.unmet().get(0));
            }
        }
    }

    private static DiagnosticsException endless(Demand demand) {
        return new DiagnosticsException(Diagnostic.error(
                        "What is declared is still not decided after " + MOST_EVALUATIONS + " evaluations",
                        "Each value that code decides by makes it ask for another one, such as \""
                                + demand.reference().display() + "\".")
                .withHint("Read what decides in fewer steps.")
                .at(demand.range()));
    }

    private ReadProgram program(String file, String text) {
        // A file is read once; one that cannot be read ends the first evaluation.
        ReadProgram earlier = read.get(file);
        if (earlier == null) {
            earlier = programs.program(file, text);
            read.put(file, earlier);
        }
        return earlier;
    }

    /** One evaluation. */
    private final class Stage {
        private final Problems problems = new Problems();
        private final Evaluation evaluation;
        private final Definition definition;
        private final Map<Demand, Answer> answers = new LinkedHashMap<>();

        Stage() {
            Context context = new Context(options.catalog(), options.mode(), files, problems, sources);
            decisions.begin();
            decisions.text().ifPresent(text -> context.source(DecidedValues.SOURCE, text));
            evaluation = new Evaluation(
                    context, StagedLoading.this::program, options.readings().isPresent() ? decisions : null);
            definition = evaluation.environment(
                    options.environment(),
                    options.environmentFile(),
                    environmentText(context, options),
                    options.variables(),
                    new PolicyFiles(options, context.files()).texts(),
                    options.placements());
            if (options.savedSources().isEmpty()) {
                new OtherEnvironmentFiles(files, StagedLoading.this::program)
                        .check(options.environment(), evaluation.environments(), problems);
            }
            problems.throwIfErrors();
            if (options.mode() == LoadMode.PLAN
                    && problems.isIncomplete()
                    && decisions.unmet().isEmpty()) {
                // It might have declared something, which would then be planned for deletion.
                throw new IllegalStateException(
                        "Internal error: a statement was skipped without a problem in " + options.environmentFile());
            }
            sources = context.sources();
        }

        /** Finds out what is missing; tells whether another evaluation will know more. */
        boolean advance() {
            boolean more = false;
            answers.putAll(answers(decisions.unmet()));
            for (Map.Entry<Demand, Answer> answer : answers.entrySet()) {
                if (answer.getValue() instanceof Answer.Known known) {
                    decisions.know(answer.getKey(), known.value());
                    more = true;
                }
            }
            return more;
        }

        private Map<Demand, Answer> answers(List<Demand> demands) {
            Map<Demand, Expression> wanted = new LinkedHashMap<>();
            for (Demand demand : demands) {
                problems.collect(() -> wanted.put(demand, evaluation.linked(demand.reference())));
            }
            problems.throwIfErrors();
            List<Answer> found = readings().read(definition, List.copyOf(wanted.values()));
            Map<Demand, Answer> byDemand = new LinkedHashMap<>();
            wanted.keySet().forEach(demand -> byDemand.put(demand, found.get(byDemand.size())));
            return byDemand;
        }

        private Readings readings() {
            return options.readings().orElse(Readings.NONE);
        }

        /** Refuses what cannot be known before something is applied. */
        void refuse() {
            answers.forEach((demand, answer) -> {
                if (answer instanceof Answer.Never never) {
                    problems.error(
                            "\"" + demand.reference().display() + "\" cannot decide what is declared",
                            never.reason(),
                            "Decide by a variable, or put what it waits for into another environment. Keys that are"
                                    + " known can have values that are not: forEach: [a: …].",
                            demand.range());
                }
            });
            problems.throwIfErrors();
        }

        /** Refuses values that what they decided has changed. */
        void verify() {
            List<Demand> met = decisions.met();
            if (met.isEmpty() || recorded) {
                return;
            }
            answers(met).forEach((demand, answer) -> {
                if (answer instanceof Answer.Known known && !known.value().equals(decisions.value(demand))) {
                    problems.error(
                            "\"" + demand.reference().display() + "\" decides what gives it another value",
                            "What is declared because of its value changes the value.",
                            "Decide by something else.",
                            demand.range());
                }
            });
            problems.throwIfErrors();
        }

        LoadedDefinition loaded(boolean complete) {
            Map<String, Value> decided = new LinkedHashMap<>();
            decisions.met().forEach(demand -> decided.put(demand.display(), decisions.value(demand)));
            List<Diagnostic> warnings = new ArrayList<>(problems.all());
            if (options.mode() == LoadMode.VALIDATE && !complete) {
                warnings.add(unchecked());
            }
            return new LoadedDefinition(definition, warnings, decided, complete);
        }

        private Diagnostic unchecked() {
            List<Demand> unmet = decisions.unmet();
            Set<String> names =
                    unmet.stream().map(Demand::display).collect(Collectors.toCollection(LinkedHashSet::new));
            String parts = unmet.size() == 1 ? "1 part was" : unmet.size() + " parts were";
            return Diagnostic.warning(
                            parts + " not checked",
                            "What is declared there depends on " + String.join(", ", names) + ", which planning reads.")
                    .at(unmet.get(0).range());
        }
    }
}
