package dev.corbel.planner;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.planner.prior.Tasks;
import dev.corbel.planner.provider.ProviderConfigurations;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.Diagnostics;
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
import org.jspecify.annotations.Nullable;

/** The provider configurations of a plan, each one evaluated and opened once. */
final class PlannedProviders {
    private final Definition definition;
    private final ProviderConfigurations configurations;
    private final Sessions sessions;
    private final Diagnostics diagnostics;
    private final Map<ProviderKey, ProviderAccess> declared = new ConcurrentHashMap<>();
    private final Map<ProviderRecord, ProviderAccess> recorded = new ConcurrentHashMap<>();

    PlannedProviders(
            Definition definition, ProviderConfigurations configurations, Sessions sessions, Diagnostics diagnostics) {
        this.definition = definition;
        this.configurations = configurations;
        this.sessions = sessions;
        this.diagnostics = diagnostics;
    }

    /** Whether its configuration needs nothing that planning has to find out first. */
    boolean standsAlone(ProviderKey key) {
        @Nullable ProviderDeclaration declaration = definition.providers().get(key);
        if (declaration == null) {
            return true;
        }
        AtomicBoolean refers = new AtomicBoolean();
        for (Argument argument : declaration.arguments().values()) {
            argument.value().forEachReference(reference -> refers.set(true));
        }
        return !refers.get();
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

    /** The access to an object of state: by the declared configuration, else by the recorded one. */
    ProviderAccess of(ProviderRecord record, Evaluation.Scope scope) {
        return configurations.declares(record.key()) ? declared(record.key(), scope) : recorded(record);
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
    ProviderRecord record(ProviderKey key, MapValue configuration) {
        return configurations.record(key, configuration);
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
        for (Diagnostic diagnostic : problem.diagnostics()) {
            diagnostics.add(diagnostic.range().isPresent() ? diagnostic : diagnostic.at(range));
        }
        return new ProviderAccess.Failed();
    }
}
