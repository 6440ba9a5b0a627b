package dev.corbel.planner.policy;

import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.Guardrails;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PolicyReport;
import dev.corbel.planner.plan.PolicyResult;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.state.model.State;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Holds a definition, a plan or what there is to all policies. Reads nothing but these, and changes nothing. */
public final class PolicyCheck {
    private final Definition definition;
    private final ResourceGraph graph;
    private final PolicyOptions options;
    private final Function<String, ? extends Optional<? extends ReadableType>> types;

    /** @param types by their names */
    public PolicyCheck(
            Definition definition,
            ResourceGraph graph,
            Function<String, ? extends Optional<? extends ReadableType>> types,
            PolicyOptions options) {
        this.definition = definition;
        this.graph = graph;
        this.types = types;
        this.options = options;
    }

    /**
     * Looks at a plan.
     *
     * @param whole whether it plans all of the definition, so that a waiver that nothing needs is of no use
     */
    public PolicyReport planned(List<ResourceChange> changes, boolean whole) {
        boolean destruction = isAsked() || !options.allowDestroy().isEmpty();
        if (!destruction && isIdle()) {
            return nothing();
        }
        Allowances allowances = new Allowances(options.allowDestroy());
        List<Rule> rules = rules();
        if (destruction) {
            rules.add(new DestructionRule(allowances));
        }
        PolicySubjects subjects = collector().planned(graph, changes);
        PolicyReport report = run(rules, subjects, whole);
        List<Diagnostic> problems = new ArrayList<>(report.problems());
        problems.addAll(allowances.problems());
        return new PolicyReport(
                report.results(),
                problems,
                report.unusedWaivers(),
                withoutFacts(subjects),
                options.allowDestroy(),
                report.asOf());
    }

    /** Looks at the objects of a state. */
    public PolicyReport present(State state) {
        return isIdle() ? nothing() : run(rules(), collector().present(graph, state), false);
    }

    /** Looks at the components that a definition declares, as far as they are known without planning. */
    public PolicyReport declared() {
        return isIdle()
                ? nothing()
                : run(isAsked() ? builtIn() : always(), collector().declared(graph), false);
    }

    private boolean isIdle() {
        return isIdle(definition, options);
    }

    /** Tells whether there is nothing that the policies which hold everywhere are about, and no other is asked. */
    static boolean isIdle(Definition definition, PolicyOptions options) {
        return !isAsked(definition, options) && definition.components().stream().noneMatch(SubjectCollector::isRegion);
    }

    private PolicyReport nothing() {
        return new PolicyReport(List.of(), List.of(), List.of(), List.of(), List.of(), day());
    }

    private LocalDate day() {
        return options.asOf().orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
    }

    SubjectCollector collector() {
        return new SubjectCollector(definition, types);
    }

    /** The results of all policies one by one, those too that a component around them tells already. */
    List<PolicyResult> each(PolicySubjects subjects) {
        ResultCollector results = new ResultCollector(definition.guardrails(), day());
        rules().forEach(rule -> results.addEach(rule.id(), verdicts(rule, subjects)));
        return results.report(false).results();
    }

    private PolicyReport run(List<Rule> rules, PolicySubjects subjects, boolean whole) {
        ResultCollector results = new ResultCollector(definition.guardrails(), day());
        rules.forEach(rule -> results.add(rule.id(), verdicts(rule, subjects)));
        return results.report(whole);
    }

    private static List<Verdict> verdicts(Rule rule, PolicySubjects subjects) {
        List<Verdict> verdicts = new ArrayList<>();
        rule.check(subjects, verdict -> verdicts.add(subjects.withoutSecrets(verdict)));
        return verdicts;
    }

    private List<Rule> rules() {
        if (!isAsked()) {
            return new ArrayList<>(always());
        }
        List<Rule> rules = new ArrayList<>(builtIn());
        PolicyViews views = new PolicyViews(definition);
        definition.guardrails().own().forEach(policy -> rules.add(new OwnPolicyRule(policy, views)));
        return rules;
    }

    /** Tells whether anybody hears of what policies only advise. */
    private boolean isAsked() {
        return isAsked(definition, options);
    }

    private static boolean isAsked(Definition definition, PolicyOptions options) {
        return options.advice() || isWanted(definition.guardrails());
    }

    private List<Rule> always() {
        return List.of(new ResidencyRule(definition.backend()), new BackupAreaRule());
    }

    private List<Rule> builtIn() {
        List<Rule> rules = new ArrayList<>(always());
        rules.addAll(List.of(
                new ClaimRule(BuiltInPolicy.AVAILABILITY, Topic.REDUNDANCY),
                new IsolationRule(),
                new ClaimRule(BuiltInPolicy.ENCRYPTION_AT_REST, Topic.ENCRYPTION_AT_REST),
                new ClaimRule(BuiltInPolicy.TLS, Topic.TLS),
                new ExposureRule(),
                new ClaimRule(BuiltInPolicy.DELETION_PROTECTION, Topic.DELETION_PROTECTION),
                new RetentionRule(),
                new PlainSecretRule(definition, name -> types.apply(name).map(ReadableType::schema)),
                new ClaimRule(BuiltInPolicy.LEAST_PRIVILEGE, Topic.LEAST_PRIVILEGE),
                new TagsRule()));
        return rules;
    }

    private static List<String> withoutFacts(PolicySubjects subjects) {
        Set<String> without = new TreeSet<>();
        Set<String> with = new HashSet<>();
        subjects.resources().stream()
                .filter(subject -> !subject.isEnding())
                .forEach(subject -> (subject.facts().isEmpty() ? without : with).add(subject.kind()));
        without.removeAll(with);
        return List.copyOf(without);
    }

    /** The results of a plan that people hear of; for a definition that uses no policies, those alone that refuse it. */
    public static List<PolicyResult> told(Plan plan) {
        boolean wanted = isWanted(plan.definition().guardrails());
        return plan.policies().results().stream()
                .filter(result -> wanted || result.isRefusal())
                .toList();
    }

    /** Tells whether people who plan this definition want to hear of advice, since they use policies. */
    public static boolean isWanted(Guardrails guardrails) {
        return guardrails.production()
                || guardrails.residency().isPresent()
                || !guardrails.advisory().isEmpty()
                || !guardrails.tags().isEmpty()
                || !guardrails.waivers().isEmpty()
                || !guardrails.own().isEmpty();
    }
}
