package dev.corbel.planner.testing;

import dev.corbel.dsl.model.AdoptionDeclaration;
import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.CheckDeclaration;
import dev.corbel.dsl.model.ComponentDeclaration;
import dev.corbel.dsl.model.Condition;
import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.Guardrails;
import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.dsl.model.MoveDeclaration;
import dev.corbel.dsl.model.OutputDeclaration;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.dsl.model.RemovalDeclaration;
import dev.corbel.planner.builtin.BuiltinProvider;
import dev.corbel.planner.prior.Prefixes;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressParser;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.state.model.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A definition and a state that a test puts together. */
public final class Fixture {
    public final FakeProvider fake = new FakeProvider();
    public final ProviderCatalog catalog = new ProviderCatalog(List.of(fake, new BuiltinProvider()));
    public final Sessions sessions = new Sessions(catalog, ProviderContext.system(Path.of("."), "test"));
    public final StateBuilder state = new StateBuilder();
    private final List<Declared> resources = new ArrayList<>();
    private final List<DataDeclaration> dataSources = new ArrayList<>();
    private final Map<ProviderKey, ProviderDeclaration> providers = new LinkedHashMap<>();
    private final List<OutputDeclaration> outputs = new ArrayList<>();
    private final List<CheckDeclaration> checks = new ArrayList<>();
    private final List<MoveDeclaration> moves = new ArrayList<>();
    private final List<RemovalDeclaration> removals = new ArrayList<>();
    private final List<AdoptionDeclaration> adoptions = new ArrayList<>();
    private final List<ComponentDeclaration> components = new ArrayList<>();

    /** The address of a qualified text. */
    public static Address address(String text) {
        return AddressParser.parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    public static Expression.Reference reference(String target, String... path) {
        return new Expression.Reference(address(target), ValuePath.of(path), Optional.empty());
    }

    private static SourceRange line(int number) {
        return SourceRange.at("environments/test.groovy", number, 1);
    }

    public Declared resource(String address) {
        Declared declared = new Declared(address(address), 1 + 30 * resources.size());
        resources.add(declared);
        return declared;
    }

    public Fixture data(String address, Expression name, String... dependsOn) {
        dataSources.add(new DataDeclaration(
                address(address),
                ProviderKey.of("fake"),
                Map.of("name", new Argument(name, line(902))),
                Lifecycle.DEFAULT,
                List.of(dependsOn).stream().map(Fixture::address).toList(),
                line(901)));
        return this;
    }

    public Fixture provider(String alias, Expression place) {
        ProviderKey key = new ProviderKey("fake", alias);
        providers.put(
                key,
                new ProviderDeclaration(key, Map.of("place", new Argument(place, line(912))), Optional.of(line(911))));
        return this;
    }

    public Fixture output(String name, Expression value) {
        outputs.add(new OutputDeclaration(name, value, "", false, List.of(), line(921)));
        return this;
    }

    public Fixture check(String name, Expression condition, String message) {
        Condition only = new Condition(condition, Expression.of(Value.of(message)), line(932));
        checks.add(new CheckDeclaration(name, List.of(only), line(931)));
        return this;
    }

    public Fixture moved(String from, String to) {
        moves.add(new MoveDeclaration(address(from), address(to), false, line(941), line(942)));
        return this;
    }

    public Fixture removed(String address, boolean destroy) {
        removals.add(new RemovalDeclaration(address(address), destroy, line(951)));
        return this;
    }

    public Fixture adopt(String address, Expression id) {
        adoptions.add(new AdoptionDeclaration(address(address), id, line(961)));
        return this;
    }

    public Fixture component(String address, int version) {
        components.add(new ComponentDeclaration(
                address(address),
                Map.of(),
                Map.of(),
                Optional.of(new ComponentDeclaration.BlueprintReference("blueprint.groovy", version)),
                line(971)));
        return this;
    }

    public Definition definition() {
        return new Definition(
                "test",
                Map.of(),
                Optional.empty(),
                providers,
                List.of(),
                components,
                resources.stream().map(Declared::declaration).toList(),
                dataSources,
                outputs,
                checks,
                moves.stream()
                        .map(move -> new MoveDeclaration(
                                move.from(), move.to(), declares(move.to()), move.range(), move.toRange()))
                        .toList(),
                removals,
                adoptions,
                List.of(),
                Guardrails.NONE);
    }

    private boolean declares(Address address) {
        Prefixes<Address> named = new Prefixes<>();
        named.put(address, address);
        return resources.stream()
                .anyMatch(
                        resource -> named.find(resource.declaration().address()).isPresent());
    }

    public State state() {
        return state.build();
    }
}
