package dev.corbel.dsl.build;

import dev.corbel.dsl.declare.Settings;
import dev.corbel.dsl.declare.SubjectBlock;
import dev.corbel.dsl.model.AdoptionDeclaration;
import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.dsl.model.CheckDeclaration;
import dev.corbel.dsl.model.ComponentDeclaration;
import dev.corbel.dsl.model.Condition;
import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.IgnoredDrift;
import dev.corbel.dsl.model.MoveDeclaration;
import dev.corbel.dsl.model.OutputDeclaration;
import dev.corbel.dsl.model.RemovalDeclaration;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.resolve.ReferenceResolver;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.scope.Required;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.dsl.scope.Undeclared;
import dev.corbel.dsl.scope.Variable;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the definition out of everything that was declared. */
final class DefinitionBuilder {
    private final Context context;
    private final Settings settings;
    private final Scope environment;
    private final ReferenceResolver linker;
    private final ArgumentLinker arguments;
    private final Addresses addresses;
    private final ResourceBuilder resources;
    private final ProviderKeys providers;

    DefinitionBuilder(
            Context context,
            Settings settings,
            Scope environment,
            ProviderNames providerNames,
            HostConfigurations hosts) {
        this.context = context;
        this.settings = settings;
        this.environment = environment;
        this.linker = new ReferenceResolver(context);
        this.arguments = new ArgumentLinker(context, linker);
        this.addresses = new Addresses(environment);
        this.providers = new ProviderKeys(context, settings, arguments, providerNames, hosts);
        this.resources = new ResourceBuilder(context, arguments, linker, providers);
    }

    Definition assemble() {
        List<ResourceDeclaration> managed = new ArrayList<>();
        List<DataDeclaration> data = new ArrayList<>();
        resources.collect(environment, managed, data);
        List<ComponentDeclaration> components = new ArrayList<>();
        Addresses.forEach(environment, scope -> components.add(component(scope)));
        context.given().forEach(input -> arguments.expression(input, input.range()));
        List<CheckDeclaration> checks =
                settings.checks().stream().map(this::check).toList();
        List<OutputDeclaration> outputs = outputs();
        List<AdoptionDeclaration> adoptions = adoptions();
        data.replaceAll(read -> EnvironmentUse.completed(read, environment));
        return new Definition(
                environment.variables().environment(),
                context.sources(),
                backend(context, settings),
                providers.declarations(),
                environment.variables().all().stream()
                        .map(Variable::declaration)
                        .toList(),
                components,
                managed,
                data,
                outputs,
                checks,
                moves(),
                removals(),
                adoptions,
                ignoredDrift(),
                new GuardrailsBuilder(context, settings).build());
    }

    /** The expression for a reference; a set of which elements are not known is not known itself, as its size is not. */
    Expression linked(Reference reference) {
        return linker.linkWhole(reference);
    }

    /** The {@code state} block; its values must be known. */
    static Optional<BackendDeclaration> backend(Context context, Settings settings) {
        return settings.backend().map(entry -> {
            Map<String, Value> configuration = new LinkedHashMap<>();
            entry.contents().forEach((name, written) -> {
                if (written.value() instanceof DeclaredValue.Known known) {
                    configuration.put(name, known.value());
                } else {
                    context.problems()
                            .error(
                                    "\"" + name + "\" of the state must be known",
                                    "State is opened before anything else, so it depends on no variable and no"
                                            + " resource.",
                                    "Write the value.",
                                    written.range());
                }
            });
            return new BackendDeclaration(entry.type(), new MapValue(configuration), entry.range(), entry.places());
        });
    }

    private ComponentDeclaration component(Scope scope) {
        Map<String, Expression> inputs = new LinkedHashMap<>();
        scope.inputs().forEach((name, written) -> inputs.put(name, arguments.expression(written)));
        Map<String, Expression> outputs = new LinkedHashMap<>();
        Undeclared.outputs(scope).forEach(name -> output(scope, name).ifPresent(value -> outputs.put(name, value)));
        return new ComponentDeclaration(
                java.util.Objects.requireNonNull(scope.address()),
                inputs,
                outputs,
                scope.blueprint()
                        .map(blueprint ->
                                new ComponentDeclaration.BlueprintReference(blueprint.file(), blueprint.version())),
                java.util.Objects.requireNonNull(scope.range()));
    }

    private Optional<Expression> output(Scope scope, String name) {
        try {
            return linker.output(scope, name);
        } catch (DiagnosticsException failure) {
            context.problems().addAll(failure);
            return Optional.empty();
        } catch (Placeholder.SkippedException skipped) {
            context.problems().skipped();
            return Optional.empty();
        }
    }

    private List<OutputDeclaration> outputs() {
        List<OutputDeclaration> outputs = new ArrayList<>();
        environment.outputs().values().forEach(output -> {
            Expression value = arguments.expression(output.value(), output.valueRange());
            outputs.add(new OutputDeclaration(
                    output.name(),
                    output.sensitive() ? new Expression.Sensitive(value) : value,
                    output.description(),
                    output.sensitive(),
                    arguments.targets(output.dependsOn(), output.range(), "dependsOn"),
                    output.range()));
        });
        return outputs;
    }

    private CheckDeclaration check(SubjectBlock check) {
        Map<String, DeclaredValue.Written> contents = check.contents();
        List<Condition> conditions = new ArrayList<>();
        DeclaredValue.Written condition = contents.get("condition");
        DeclaredValue.Written message = contents.get("message");
        if (condition != null && message != null) {
            conditions.add(arguments.condition(condition.value(), message.value(), condition.range()));
        }
        conditions.addAll(arguments.conditions(contents.get("assertion")));
        return new CheckDeclaration(String.valueOf(check.subject().value()), conditions, check.range());
    }

    private List<MoveDeclaration> moves() {
        List<MoveDeclaration> moves = new ArrayList<>();
        settings.moves().forEach(move -> context.problems().collect(() -> moves.add(move(move))));
        return moves;
    }

    private MoveDeclaration move(Settings.Move move) {
        Address to = addresses.read(move.scope(), move.to());
        return new MoveDeclaration(
                addresses.read(move.scope(), move.from()),
                to,
                addresses.declares(to),
                move.range(),
                move.to().range());
    }

    private List<RemovalDeclaration> removals() {
        List<RemovalDeclaration> removals = new ArrayList<>();
        settings.removals().forEach(removal -> context.problems()
                .collect(() -> removals.add(new RemovalDeclaration(
                        addresses.read(removal.scope(), removal.subject()),
                        new Required(context.problems(), removal.contents()).flag("destroy", true),
                        removal.range()))));
        return removals;
    }

    private List<AdoptionDeclaration> adoptions() {
        List<AdoptionDeclaration> adoptions = new ArrayList<>();
        settings.adoptions().forEach(adoption -> context.problems().collect(() -> {
            DeclaredValue.Written id = adoption.contents().get("id");
            if (id != null) {
                adoptions.add(new AdoptionDeclaration(
                        addresses.read(adoption.scope(), adoption.subject()),
                        arguments.expression(id),
                        adoption.range()));
            }
        }));
        return adoptions;
    }

    private List<IgnoredDrift> ignoredDrift() {
        IgnoredDriftRules rules = new IgnoredDriftRules(context);
        List<IgnoredDrift> ignored = new ArrayList<>();
        settings.ignoredDrift().forEach(block -> context.problems()
                .collect(() -> rules.rule(block).ifPresent(ignored::add)));
        return ignored;
    }
}
