package dev.corbel.planner.recovery;

import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.prior.Tasks;
import dev.corbel.planner.session.SessionFailures;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.journal.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds out what came of the calls in which an earlier run was killed, and records it, before anything is planned. May be
 * killed itself at any moment: an answer is recorded in one step, and what has none is asked again.
 */
public final class Recovery {
    private final ProviderCatalog catalog;
    private final Sessions sessions;
    private final int parallelism;

    /** @param parallelism how many calls are looked into beside each other */
    public Recovery(ProviderCatalog catalog, Sessions sessions, int parallelism) {
        this.catalog = catalog;
        this.sessions = sessions;
        this.parallelism = parallelism;
    }

    /**
     * Looks into every interrupted call and commits what it finds.
     *
     * @param definition says how providers are reached; asked for where there are such calls
     * @param repeat whether creations may be repeated whose token keeps them from happening twice; a plan changes
     *     nothing, so it leaves them
     * @return a warning for each call
     * @throws DiagnosticsException where nothing may be planned before a person has looked; the rest is recorded
     */
    public List<Diagnostic> run(StateTransaction transaction, Supplier<Definition> definition, boolean repeat) {
        List<Intent> interrupted = transaction.interrupted();
        if (interrupted.isEmpty()) {
            return List.of();
        }
        Definition defined = definition.get();
        RecoverySessions providers = new RecoverySessions(defined, catalog, sessions);
        List<Optional<Finding>> findings = new ArrayList<>();
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < interrupted.size(); i++) {
            int index = i;
            Intent intent = interrupted.get(i);
            findings.add(Optional.empty());
            tasks.add(() -> {
                Finding finding = find(transaction, providers, intent, repeat);
                if (finding instanceof Finding.Settled settled) {
                    transaction.record(new Result(Optional.of(intent.operation()), settled.changes()));
                }
                synchronized (findings) {
                    findings.set(index, Optional.of(finding));
                }
            });
        }
        try (Tasks beside = new Tasks(parallelism)) {
            beside.runAll(tasks);
        } finally {
            transaction.commit();
        }
        return report(interrupted, findings, defined);
    }

    private Finding find(StateTransaction transaction, RecoverySessions providers, Intent intent, boolean repeat) {
        Optional<ResourceType> type =
                catalog.resourceType(intent.address().last().type());
        if (type.isEmpty()) {
            return new Finding.Stuck(Diagnostic.error(
                    "Resource type \"" + intent.address().last().type() + "\" not found",
                    "An earlier run was killed in a call of it, made by provider \""
                            + intent.provider().key() + "\", which this installation of Corbel does not have."));
        }
        try {
            return intent.action() == Intent.Action.CREATE
                    ? new CreationSearch(transaction.current(), type.get(), intent).find(providers, repeat)
                    : new ObjectLook(transaction.current(), type.get(), intent).find(providers);
        } catch (DiagnosticsException problem) {
            return new Finding.Stuck(problem.diagnostics().get(0));
        } catch (RuntimeException crash) {
            return new Finding.Stuck(new InterruptedCall(transaction.current().environment(), intent).crashed(crash));
        }
    }

    private static List<Diagnostic> report(
            List<Intent> interrupted, List<Optional<Finding>> findings, Definition definition) {
        List<Diagnostic> warnings = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (int i = 0; i < interrupted.size(); i++) {
            Intent intent = interrupted.get(i);
            Finding finding = findings.get(i).orElseThrow();
            if (finding instanceof Finding.Settled settled) {
                warnings.add(warning(intent, settled.words()));
            } else if (finding instanceof Finding.Left left) {
                warnings.add(warning(intent, left.words()));
            } else if (finding instanceof Finding.Stuck stuck) {
                Diagnostic problem = stuck.problem();
                problems.add(problem.address().isPresent() ? problem : problem.at(intent.address()));
            }
        }
        if (!problems.isEmpty()) {
            List<Diagnostic> all = new ArrayList<>(warnings);
            Map<Address, ProviderKey> providers = new HashMap<>();
            interrupted.forEach(
                    intent -> providers.put(intent.address(), intent.provider().key()));
            all.addAll(new SessionFailures(definition, address -> Optional.ofNullable(providers.get(address)))
                    .gathered(problems));
            throw new DiagnosticsException(all);
        }
        return warnings;
    }

    private static Diagnostic warning(Intent intent, String words) {
        return Diagnostic.warning(
                        "An earlier run did not learn what came of the "
                                + intent.action().name().toLowerCase(Locale.ROOT) + " of " + intent.address(),
                        words)
                .at(intent.address());
    }
}
