package dev.corbel.cli.command.options;

import dev.corbel.planner.PlanListener;
import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.policy.PolicyOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options with which commands make a plan. */
public final class PlanFlags {
    private static final int DEFAULT_PARALLELISM = 16;

    @Mixin
    private VariableOptions variables = new VariableOptions();

    @Mixin
    private LockOptions lock = new LockOptions();

    @Option(names = "--refresh-only", description = "Bring state up to date with reality and do nothing else.")
    private boolean refreshOnly;

    @Option(names = "--no-refresh", description = "Believe state; do not read what it knows from the provider.")
    private boolean noRefresh;

    @Option(
            names = "--target",
            paramLabel = "ADDRESS",
            description = "Only this and all that it needs. Globs work; may be given several times.")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "ADDRESS",
            description = "Not this, nor anything that depends on it. Globs work; may be given several times.")
    private List<String> excludes = new ArrayList<>();

    @Option(
            names = "--replace",
            paramLabel = "ADDRESS",
            description = "Replace this although nothing else asks for it. Globs work; may be given several times.")
    private List<String> replacements = new ArrayList<>();

    @Option(
            names = "--allow-destroy",
            paramLabel = "ADDRESS",
            description =
                    "The plan may end the data of this object, or of all in this component. May be given several times.")
    private List<String> allowDestroy = new ArrayList<>();

    @Mixin
    private PolicyFlags policies = new PolicyFlags();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "" + DEFAULT_PARALLELISM,
            converter = PositiveNumber.class,
            description = "How many calls run at once (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    /** The mode that the options ask for. */
    public PlanMode mode() {
        return refreshOnly ? PlanMode.REFRESH_ONLY : PlanMode.NORMAL;
    }

    /**
     * The options as the planner takes them.
     *
     * @param listener is told how the planning goes
     */
    public PlanOptions options(PlanMode mode, PlanListener listener) {
        return PlanOptions.of(mode)
                .withRefresh(!noRefresh)
                .withTargets(AddressArgument.patterns(targets))
                .withExcludes(AddressArgument.patterns(excludes))
                .withReplace(AddressArgument.patterns(replacements))
                .withParallelism(parallelism)
                .withPolicies(PolicyOptions.allowing(allowDestroy))
                .withListener(listener);
    }

    public VariableOptions variables() {
        return variables;
    }

    /** The policies that are used beside those of the project. */
    public PolicyFlags policies() {
        return policies;
    }

    /** The objects and components whose data may go. */
    public List<String> allowDestroy() {
        return List.copyOf(allowDestroy);
    }

    public Duration lockTimeout() {
        return lock.timeout();
    }

    public int parallelism() {
        return parallelism;
    }

    /** The options that were given and that applying a saved plan takes, too. */
    public List<String> applying() {
        List<String> given = new ArrayList<>();
        if (parallelism != DEFAULT_PARALLELISM) {
            given.addAll(List.of("--parallelism", String.valueOf(parallelism)));
        }
        if (!lock.timeout().isZero()) {
            given.addAll(List.of("--lock-timeout", DurationConverter.text(lock.timeout())));
        }
        given.addAll(policies.applying());
        return given;
    }
}
