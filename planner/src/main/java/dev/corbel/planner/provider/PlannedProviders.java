package dev.corbel.planner.provider;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.planner.prior.Tasks;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.MapValue;
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
public final class PlannedProviders {
    private final Definition definition;
    private final ProviderConfigurations configurations;
    private final Sessions sessions;
    private final Map<ProviderKey, ConfigurationAccess> declared = new ConcurrentHashMap<>();
    private final Map<ProviderRecord, ConfigurationAccess> recorded = new ConcurrentHashMap<>();
    private final Map<ProviderRecord, ConfigurationAccess> elsewhere = new ConcurrentHashMap<>();
    private final Map<ProviderKey, ProviderRecord> records = new ConcurrentHashMap<>();
    private final ProviderLocations places;
    private final Evaluation.Scope scope;
    private final Predicate<Address> madeAnew;
    private final boolean destroys;

    /**
     * Opens nothing yet.
     *
     * @param scope of the instances that configurations refer to
     * @param madeAnew tells whether the plan creates or replaces the object of an address
     * @param destroys whether nothing is planned that a configuration could still wait for
     */
    public PlannedProviders(
            Definition definition,
            ProviderConfigurations configurations,
            Sessions sessions,
            Evaluation.Scope scope,
            Predicate<Address> madeAnew,
            boolean destroys) {
        this.definition = definition;
        this.configurations = configurations;
        this.sessions = sessions;
        this.places = new ProviderLocations(sessions);
        this.scope = scope;
        this.madeAnew = madeAnew;
        this.destroys = destroys;
    }

    /** Tells whether a configuration needs nothing that planning has to find out first. */
    public boolean standsAlone(ProviderKey key) {
        return configurations.standsAlone(key);
    }

    /** Opens the configurations that need nothing else, beside each other. */
    public void openEarly(Collection<ProviderKey> keys, Tasks tasks) {
        List<Runnable> openings = new ArrayList<>();
        for (ProviderKey key : keys) {
            if (standsAlone(key)) {
                openings.add(() -> declared(key));
            }
        }
        if (openings.size() > 1) {
            tasks.runAll(openings);
        }
    }

    /** The access for everything that is declared with this key. A value that is not known now defers it for good. */
    public ConfigurationAccess declared(ProviderKey key) {
        return declared.computeIfAbsent(key, this::opened);
    }

    /**
     * The access to an object of state: by the declared configuration, or by the recorded one where that is not declared
     * or points elsewhere now. A destroy may have to do with the recorded one, too.
     */
    public ConfigurationAccess of(ProviderRecord record) {
        ConfigurationAccess access = asDeclared(record);
        return access instanceof ConfigurationAccess.Deferred && destroys ? recorded(record) : access;
    }

    private ConfigurationAccess asDeclared(ProviderRecord record) {
        if (!configurations.declares(record.key())) {
            return recorded(record);
        }
        ConfigurationAccess access = declared(record.key());
        try {
            return isElsewhere(record, record.key(), access)
                    ? elsewhere.computeIfAbsent(record, absent -> there(record, access))
                    : access;
        } catch (DiagnosticsException unknown) {
            return failed(record.key(), unknown);
        }
    }

    /**
     * Tells whether an object that was recorded with one configuration is not where another one points, so that a new object has
     * to take its place. Where that is not known yet, it is so if the configuration follows from an object that is made
     * anew.
     *
     * @throws DiagnosticsException where that cannot be found out
     */
    public boolean isElsewhere(ProviderRecord record, ProviderKey key, ConfigurationAccess access) {
        if (access instanceof ConfigurationAccess.Open open) {
            return places.differ(record, record(key, open), open.session());
        }
        AtomicBoolean moves = new AtomicBoolean();
        if (access instanceof ConfigurationAccess.Deferred && places.areKnown(record)) {
            configurations.forEachReferenceOfLocation(
                    key, reference -> moves.compareAndSet(false, madeAnew.test(reference.target())));
        }
        return moves.get();
    }

    /** Says how they differ, as a sentence without its end. */
    public String relocation(ProviderRecord record, ProviderKey key, ConfigurationAccess access) {
        return access instanceof ConfigurationAccess.Open open
                ? "Its " + String.join(", ", places.differences(record, record(key, open)))
                : "Its configuration follows from an object that is made anew";
    }

    private ConfigurationAccess there(ProviderRecord record, ConfigurationAccess access) {
        MapValue declared = access instanceof ConfigurationAccess.Open open
                ? open.configuration()
                : access instanceof ConfigurationAccess.Deferred deferred ? deferred.configuration() : MapValue.EMPTY;
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

    /** The access by the recorded configuration alone. */
    private ConfigurationAccess recorded(ProviderRecord record) {
        return recorded.computeIfAbsent(record, absent -> {
            try {
                return open(record.key(), configurations.complete(record));
            } catch (DiagnosticsException problem) {
                return failed(record.key(), problem);
            }
        });
    }

    /** The record that state will keep of a declared configuration. */
    public ProviderRecord record(ProviderKey key, ConfigurationAccess.Open open) {
        return records.computeIfAbsent(key, absent -> configurations.record(key, open.session(), open.configuration()));
    }

    private ConfigurationAccess opened(ProviderKey key) {
        try {
            MapValue configuration = configurations.evaluate(key, scope);
            return configuration.isWhollyKnown()
                    ? open(key, configuration)
                    : new ConfigurationAccess.Deferred(configuration);
        } catch (DiagnosticsException problem) {
            return failed(key, problem);
        }
    }

    private ConfigurationAccess open(ProviderKey key, MapValue configuration) {
        return new ConfigurationAccess.Open(sessions.open(key.provider(), configuration), configuration);
    }

    private ConfigurationAccess failed(ProviderKey key, DiagnosticsException problem) {
        @Nullable ProviderDeclaration declaration = definition.providers().get(key);
        @Nullable
        SourceRange range = declaration == null ? null : declaration.range().orElse(null);
        return new ConfigurationAccess.Failed(problem.diagnostics().stream()
                .map(diagnostic -> diagnostic.range().isPresent() ? diagnostic : diagnostic.at(range))
                .map(Diagnostic::ofSession)
                .toList());
    }
}
