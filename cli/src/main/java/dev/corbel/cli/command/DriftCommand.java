package dev.corbel.cli.command;

import dev.corbel.cli.command.operation.DriftOperation;
import dev.corbel.cli.command.operation.DriftOutputs;
import dev.corbel.cli.command.options.AdoptionMode;
import dev.corbel.cli.command.options.DayArgument;
import dev.corbel.cli.command.options.PolicyFlags;
import dev.corbel.cli.command.options.PositiveNumber;
import dev.corbel.cli.command.options.ReportFiles;
import dev.corbel.cli.command.options.UnmanagedKinds;
import dev.corbel.cli.command.options.VariableOptions;
import dev.corbel.cli.drift.AdoptionText;
import dev.corbel.cli.drift.DriftResult;
import dev.corbel.cli.drift.MergedReports;
import dev.corbel.cli.drift.Shard;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.render.Renderers;
import dev.corbel.engine.drift.Accepting;
import dev.corbel.engine.drift.DriftReport;
import dev.corbel.engine.drift.Unmanaged;
import dev.corbel.engine.environment.Environment;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "drift",
        description = "Tell what was changed outside of Corbel. Reads alone: takes no lock and writes no state.",
        footer = {"", "Exit codes: 0 no drift, 1 error, 2 drift, 3 no drift as far as could be read."})
final class DriftCommand implements Callable<Integer> {
    private static final String SUBJECT = "drift";

    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "ENVIRONMENT", description = "A name under environments/, or a file.")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--all", description = "All environments of the project, beside each other.")
    private boolean all;

    @Mixin
    private VariableOptions variables = new VariableOptions();

    @Mixin
    private PolicyFlags policies = new PolicyFlags();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = Renderers.TEXT,
            description = "The format on stdout: text, json, junit, sarif, markdown or github (default:"
                    + " ${DEFAULT-VALUE}).")
    private String format = Renderers.TEXT;

    @Mixin
    private ReportFiles outputFiles = new ReportFiles();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "low",
            description = "From which severity on something is drift: note, low, medium or high (default:"
                    + " ${DEFAULT-VALUE}).")
    private String failOn = "low";

    @Option(
            names = "--unmanaged",
            paramLabel = "KINDS",
            defaultValue = UnmanagedKinds.DEFAULT,
            description =
                    "The objects outside of state to look for: none, all, or some of attached and tagged (default:"
                            + " ${DEFAULT-VALUE}).")
    private String unmanaged = UnmanagedKinds.DEFAULT;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "16",
            converter = PositiveNumber.class,
            description = "How many calls run at once (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day on which rules hold or are over, such as 2027-03-31 (default: today, in UTC).")
    private Optional<String> asOf = Optional.empty();

    @Option(
            names = "--adopt",
            arity = "0..1",
            paramLabel = "print|write",
            parameterConsumer = AdoptionMode.class,
            description = "Print what the definition would have to say to accept what is there, instead of the report;"
                    + " with write, edit literals of the definition and add blocks to it, and print the rest.")
    private Accepting.Mode adopt = Accepting.Mode.NONE;

    @Option(
            names = "--permissions",
            description =
                    "Print a policy of the permissions that a look at the environment needs, and look at nothing.")
    private boolean permissions;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "What is in this baseline does not count as long as its values stay.")
    private Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Write all drift of today to a baseline; it does not count then.")
    private Optional<Path> newBaseline = Optional.empty();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "With --all, one of N parts of the environments, so that N jobs share the work.")
    private Optional<String> shard = Optional.empty();

    @Option(
            names = "--merge",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Look at nothing; make one report of the JSON of others, such as those of all shards.")
    private List<String> merged = new ArrayList<>();

    DriftCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        DriftSeverity least = severity();
        DriftOutputs outputs = new DriftOutputs(
                invocation,
                ReportFiles.format("--format", format, SUBJECT, Renderers.DRIFT_FORMATS),
                outputFiles.files(SUBJECT, Renderers.DRIFT_FORMATS));
        Set<Unmanaged> kinds = UnmanagedKinds.parse(unmanaged);
        requireOneWay();
        Optional<Shard> part = part();
        boolean adopts = adopt != Accepting.Mode.NONE;
        DriftOperation operation =
                new DriftOperation(invocation, variables, policies, kinds, adopt, parallelism, today());
        if (permissions) {
            invocation.print(operation.permissions(environment));
            return 0;
        }
        List<DriftReport> reports = operation.baselined(reports(operation, part, outputs), baseline, newBaseline);
        DriftResult result = new DriftResult(reports, least, operation.folder(), part);
        outputs.writeFiles(result);
        invocation.print(adopts ? AdoptionText.of(result) : outputs.shown(result));
        return DriftReport.exitCode(reports, least);
    }

    private List<DriftReport> reports(DriftOperation operation, Optional<Shard> part, DriftOutputs outputs) {
        if (!merged.isEmpty()) {
            List<DriftReport> reports = MergedReports.read(invocation.console().directory(), merged);
            outputs.requireRoomFor(reports.size());
            return reports;
        }
        if (!all) {
            return List.of(operation.one(environment));
        }
        List<Environment> environments = operation.environments(part);
        outputs.requireRoomFor(environments.size());
        return operation.several(environments);
    }

    private void requireOneWay() {
        if (all && environment.isPresent()) {
            throw wrong("--all goes without a name of an environment", "It means all of them.", Optional.empty());
        }
        boolean adopts = adopt != Accepting.Mode.NONE;
        if (permissions && (all || adopts || !merged.isEmpty())) {
            throw wrong(
                    "--permissions goes without --all, --adopt and --merge",
                    "It looks at nothing, and tells of one environment.",
                    Optional.empty());
        }
        if (all && adopt == Accepting.Mode.WRITE) {
            throw wrong("--adopt=write goes without --all", "It edits one definition at a time.", Optional.empty());
        }
        if (!merged.isEmpty() && (all || adopts || environment.isPresent() || shard.isPresent())) {
            throw wrong(
                    "--merge goes without an environment, --all, --shard and --adopt",
                    "It looks at nothing but the files.",
                    Optional.empty());
        }
        if (shard.isPresent() && !all) {
            throw wrong("--shard goes with --all", "It names a part of all environments.", Optional.empty());
        }
    }

    private Optional<Shard> part() {
        Optional<Shard> part = shard.flatMap(Shard::parse);
        if (shard.isPresent() && part.isEmpty()) {
            throw wrong(
                    "\"" + shard.get() + "\" is no shard",
                    "--shard takes the number of the part and how many there are, such as 2/4.",
                    Optional.empty());
        }
        return part;
    }

    private LocalDate today() {
        return asOf.map(DayArgument::parse).orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
    }

    private DriftSeverity severity() {
        List<String> names =
                Arrays.stream(DriftSeverity.values()).map(DriftSeverity::text).toList();
        if (!names.contains(failOn)) {
            throw wrong(
                    "\"" + failOn + "\" is no severity",
                    "--fail-on takes " + String.join(", ", names) + ".",
                    Suggestion.didYouMean(failOn, names));
        }
        return DriftSeverity.valueOf(failOn.toUpperCase(Locale.ROOT));
    }

    private static DiagnosticsException wrong(String summary, String detail, Optional<String> hint) {
        return new DiagnosticsException(Diagnostic.error(summary, detail).withHint(hint.orElse(null)));
    }
}
