package dev.corbel.planner.plan;

import dev.corbel.dsl.model.Waiver;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The results of all policies.
 *
 * @param results in the order of policies and addresses
 * @param problems that are of no single policy, such as a waiver that nothing needs
 * @param unusedWaivers those that let nothing pass
 * @param typesWithoutFacts the types of resources that the built-in policies know nothing of
 * @param allowDestroy the addresses whose data may go, as the run named them
 * @param asOf the day for which waivers were looked at
 */
public record PolicyReport(
        List<PolicyResult> results,
        List<Diagnostic> problems,
        List<Waiver> unusedWaivers,
        List<String> typesWithoutFacts,
        List<String> allowDestroy,
        LocalDate asOf) {
    /** No policy was asked. */
    public static final PolicyReport NONE =
            new PolicyReport(List.of(), List.of(), List.of(), List.of(), List.of(), LocalDate.EPOCH);

    public PolicyReport {
        results = List.copyOf(results);
        problems = List.copyOf(problems);
        unusedWaivers = List.copyOf(unusedWaivers);
        typesWithoutFacts = List.copyOf(typesWithoutFacts);
        allowDestroy = List.copyOf(allowDestroy);
    }

    /** The problems of a plan: an error for each refusal, and what else there is to say. */
    public List<Diagnostic> diagnostics() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        results.stream().filter(PolicyResult::isRefusal).map(this::error).forEach(diagnostics::add);
        diagnostics.addAll(problems);
        return diagnostics;
    }

    private Diagnostic error(PolicyResult result) {
        Diagnostic error = Diagnostic.error(
                        result.message(), "The policy \"" + result.policy() + "\" refuses it." + waiver(result))
                .withHint(result.hint().orElse(null));
        Diagnostic placed = result.range().isPresent() ? error.at(result.range().get()) : error;
        return result.scope().isPresent() ? placed.at(result.scope().get()) : placed;
    }

    private String waiver(PolicyResult result) {
        return result.waiver()
                .map(waiver -> " The waiver at " + waiver.range().file() + ":"
                        + waiver.range().line()
                        + (waiver.until().isBefore(asOf)
                                ? " ended on " + waiver.until() + "."
                                : " does not hold: this is never waived."))
                .orElse("");
    }

    /** The errors among the problems. */
    public List<Diagnostic> errors() {
        return diagnostics().stream().filter(Diagnostic::isError).toList();
    }

    /** Throws the errors, where there are some. */
    public void throwIfRefused() {
        List<Diagnostic> errors = errors();
        if (!errors.isEmpty()) {
            throw new DiagnosticsException(errors);
        }
    }

    /** The same with some of the results alone, and without remarks. */
    public PolicyReport only(Predicate<PolicyResult> wanted) {
        return new PolicyReport(
                results.stream().filter(wanted).toList(), List.of(), List.of(), typesWithoutFacts, allowDestroy, asOf);
    }

    /** The results of one outcome. */
    public List<PolicyResult> of(PolicyOutcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).toList();
    }

    /** Tells whether applying has to look at policies again. */
    public boolean isWaiting() {
        return results.stream().anyMatch(result -> result.outcome() == PolicyOutcome.WAITING && result.isMandatory());
    }
}
