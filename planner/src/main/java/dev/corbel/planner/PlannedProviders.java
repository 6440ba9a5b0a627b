package dev.corbel.planner;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.planner.prior.Tasks;
import dev.corbel.planner.provider.Places;
import dev.corbel.planner.provider.ProviderConfigurations;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ProviderRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The provider configurations of a plan, each one evaluated and opened once. */
final class PlannedProviders {
    private final Definition definition;
    private final ProviderConfigurations configurations;
    private final Sessions sessions;
    private final Map<ProviderKey, ProviderAccess> declared = new ConcurrentHashMap<>();
    private final Map<ProviderRecord, ProviderAccess> recorded = new ConcurrentHashMap<>();
    private final Map<ProviderRecord, ProviderAccess> elsewhere = new ConcurrentHashMap<>();
    private final Map<ProviderKey, ProviderRecord> records = new ConcurrentHashMap<>();
    private final Places places;
    private final Predicate<Address> madeAnew;

    /** @param madeAnew whether the plan creates or replaces the object of an address */
    PlannedProviders(
            Definition definition,
            ProviderConfigurations configurations,
            Sessions sessions,
            Predicate<Address> madeAnew) {
        this.definition = definition;
        this.configurations = configurations;
        this.sessions = sessions;
        this.places = new Places(sessions);
        this.madeAnew = madeAnew;
    }

    /** Whether its configuration needs nothing that planning has to find out first. */
    boolean standsAlone(ProviderKey key) {
        return configurations.standsAlone(key);
    }

    /** Opens what needs nothing else, beside each other. */
    void openEarly(Collection<ProviderKey> keys, Tasks tasks) {
        List<Runnable> openings = new ArrayList<>();
        for (ProviderKey key : keys) {
            if (standsAlone(key)) {
                openings.add(() -> declared(key, address -> Value.unknown()));
            }
        }
        if (openings.size() > 1) {
            tasks.runAll(openings);
        }
    }

    /** The access for what is declared with this key. What is not known in the scope now defers it for good. */
    ProviderAccess declared(ProviderKey key, Evaluation.Scope scope) {
        return declared.computeIfAbsent(key, absent -> open(key, scope));
    }

    /**
     * The access to an object of state: by the declared configuration, or by the recorded one where that is not declared
     * or points elsewhere now.
     */
    ProviderAccess of(ProviderRecord record, Evaluation.Scope scope) {
        if (!configurations.declares(record.key())) {
            return recorded(record);
        }
        ProviderAccess access = declared(record.key(), scope);
        return isElsewhere(record, record.key(), access)
                ? elsewhere.computeIfAbsent(record, absent -> there(record, access))
                : access;
    }

    /**
     * Whether an object that was recorded with one configuration is not where another one points, so that a new object has
     * to take its place. Where that is not known yet, it is so if the configuration follows from an object that is made
     * anew.
     */
    boolean isElsewhere(ProviderRecord record, ProviderKey key, ProviderAccess access) {
        if (access instanceof ProviderAccess.Open open) {
            return places.differ(record, record(key, open));
        }
        AtomicBoolean moves = new AtomicBoolean();
        if (access instanceof ProviderAccess.Deferred && places.areKnown(record)) {
            configurations.forEachReferenceOfLocation(
                    key, reference -> moves.compareAndSet(false, madeAnew.test(reference.target())));
        }
        return moves.get();
    }

    /** Says how they differ, as a sentence without its end. */
    String relocation(ProviderRecord record, ProviderKey key, ProviderAccess access) {
        return access instanceof ProviderAccess.Open open
                ? "Its " + String.join(", ", places.differences(record, record(key, open)))
                : "Its configuration follows from an object that is made anew";
    }

    private ProviderAccess there(ProviderRecord record, ProviderAccess access) {
        MapValue declared = access instanceof ProviderAccess.Open open
                ? open.configuration()
                : access instanceof ProviderAccess.Deferred deferred ? deferred.configuration() : MapValue.EMPTY;
        try {
            return open(record.key(), configurations.completeWith(record, declared));
        } catch (DiagnosticsException problem) {
            String hint = "State has objects where provider \"%s\" pointed before (%s). Undo that change, or, where the"
                    + " old place is gone with all that was in it, forget them: corbel state rm";
            return failed(
                    record.key(),
                    new DiagnosticsException(problem.diagnostics().stream()
                            .map(each -> each.withHint(hint.formatted(
                                    record.key(), sessions.location(record.key().provider(), record.configuration()))))
                            .toList()));
        }
    }

    /** The access by what state recorded alone. */
    ProviderAccess recorded(ProviderRecord record) {
        return recorded.computeIfAbsent(record, absent -> {
            try {
                return open(record.key(), configurations.complete(record));
            } catch (DiagnosticsException problem) {
                return failed(record.key(), problem);
            }
        });
    }

    /** What state will record of a declared configuration. */
    ProviderRecord record(ProviderKey key, ProviderAccess.Open open) {
        return records.computeIfAbsent(key, absent -> configurations.record(key, open.session(), open.configuration()));
    }

    private ProviderAccess open(ProviderKey key, Evaluation.Scope scope) {
        try {
            MapValue configuration = configurations.evaluate(key, scope);
            return configuration.isWhollyKnown()
                    ? open(key, configuration)
                    : new ProviderAccess.Deferred(configuration);
        } catch (DiagnosticsException problem) {
            return failed(key, problem);
        }
    }

    private ProviderAccess open(ProviderKey key, MapValue configuration) {
        return new ProviderAccess.Open(sessions.open(key.provider(), configuration), configuration);
    }

    private ProviderAccess failed(ProviderKey key, DiagnosticsException problem) {
        @Nullable ProviderDeclaration declaration = definition.providers().get(key);
        @Nullable
        SourceRange range = declaration == null ? null : declaration.range().orElse(null);
        return new ProviderAccess.Failed(problem.diagnostics().stream()
                .map(diagnostic -> diagnostic.range().isPresent() ? diagnostic : diagnostic.at(range))
                .map(Diagnostic::ofSession)
                .toList());
    }
}
