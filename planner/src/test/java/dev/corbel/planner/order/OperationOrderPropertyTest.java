package dev.corbel.planner.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.order.ReplacementOrder.Candidate;
import dev.corbel.planner.order.ReplacementOrder.Old;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.testing.Declared;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds many random environments against the rules of order. A failing seed repeats. */
class OperationOrderPropertyTest {
    private static final int INSTANCES = 7;

    private static final List<Action> ACTIONS = List.of(
            Action.NO_OP, Action.NO_OP, Action.CREATE, Action.UPDATE, Action.DELETE, Action.REPLACE_DELETE_FIRST);

    private final List<Set<Integer>> declared = new ArrayList<>();
    private final List<Set<Integer>> stored = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final Set<Integer> createFirst = new TreeSet<>();
    private final Set<Integer> inTheWay = new TreeSet<>();
    private List<Operation> operations = List.of();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyRandomEnvironmentHasAnOrderThatKeepsTheRules(long start) {
        for (long seed = start * 100_000; seed < start * 100_000 + 2_500; seed++) {
            OperationOrderPropertyTest environment = new OperationOrderPropertyTest();
            environment.invent(new Random(seed));
            try {
                environment.order();
                environment.checkRules();
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed " + seed + "\n" + environment.describe(), failure);
            }
        }
    }

    private void invent(Random random) {
        // Two orders of need, so that a dependency may have turned round since state was written.
        List<Integer> before = shuffled(random);
        List<Integer> now = random.nextInt(3) == 0 ? shuffled(random) : before;
        for (int i = 0; i < INSTANCES; i++) {
            actions.add(ACTIONS.get(random.nextInt(ACTIONS.size())));
            if (random.nextInt(4) == 0) {
                createFirst.add(i);
            }
        }
        for (int i = 0; i < INSTANCES; i++) {
            boolean exists = actions.get(i) != Action.CREATE;
            boolean isDeclared = actions.get(i) != Action.DELETE;
            declared.add(isDeclared ? some(random, now, i, other -> actions.get(other) != Action.DELETE) : Set.of());
            stored.add(exists ? some(random, before, i, other -> actions.get(other) != Action.CREATE) : Set.of());
            if (actions.get(i) == Action.NO_OP) {
                // What does not change refers to what it referred to, unless that is gone.
                stored.set(i, declared.get(i));
            }
            if (actions.get(i).isReplacement() && random.nextInt(3) == 0) {
                inTheWay.add(i);
            }
        }
    }

    private static List<Integer> shuffled(Random random) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            numbers.add(i);
        }
        java.util.Collections.shuffle(numbers, random);
        return numbers;
    }

    private static Set<Integer> some(
            Random random, List<Integer> order, int instance, java.util.function.IntPredicate possible) {
        Set<Integer> chosen = new TreeSet<>();
        for (int other : order.subList(0, order.indexOf(instance))) {
            if (possible.test(other) && random.nextInt(3) == 0) {
                chosen.add(other);
            }
        }
        return chosen;
    }

    private void order() {
        List<Candidate> candidates = new ArrayList<>();
        for (int number = 0; number < INSTANCES; number++) {
            Action action = actions.get(number);
            boolean matters = action != Action.NO_OP || !declared.get(number).isEmpty() || createFirst.contains(number);
            candidates.add(
                    matters
                            ? new Candidate(
                                    address(number),
                                    old(number),
                                    createFirst.contains(number),
                                    addresses(declared.get(number)),
                                    addresses(stored.get(number)))
                            : new Candidate(address(number), Old.STAYS, false, List.of(), List.of()));
        }
        Map<Address, ReplacementOrder> orders = ReplacementOrder.decide(candidates, List.of());
        List<ResourceChange> changes = new ArrayList<>();
        List<List<Address>> uses = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            boolean first = orders.get(address(i)) == ReplacementOrder.CREATE_FIRST;
            if (actions.get(i).isReplacement()) {
                actions.set(i, first ? Action.REPLACE_CREATE_FIRST : Action.REPLACE_DELETE_FIRST);
            }
            changes.add(change(i, first));
            uses.add(addresses(stored.get(i)));
        }
        operations = new OperationOrder(ResourceGraph.of(definition()), () -> "key", address -> false)
                .build(changes, uses, Set.of(), List.of())
                .operations();
    }

    private Old old(int number) {
        Action action = actions.get(number);
        if (action.isReplacement()) {
            return inTheWay.contains(number) ? Old.IN_THE_WAY : Old.REPLACED;
        }
        return action == Action.DELETE ? Old.ENDS : Old.STAYS;
    }

    private Definition definition() {
        Fixture fixture = new Fixture();
        for (int i = 0; i < INSTANCES; i++) {
            if (actions.get(i) != Action.DELETE) {
                Declared resource = fixture.resource(address(i).toString());
                declared.get(i)
                        .forEach(other -> resource.dependsOn(address(other).toString()));
            }
        }
        return fixture.definition();
    }

    private ResourceChange change(int number, boolean first) {
        return new ResourceChange(
                address(number),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ProviderKey.of("corbel"),
                actions.get(number),
                ActionReason.NONE,
                Value.ofNull(),
                Value.ofNull(),
                List.of(),
                List.of(),
                first);
    }

    private void checkRules() {
        for (int i = 0; i < INSTANCES; i++) {
            Action action = actions.get(i);
            for (int needed : declared.get(i)) {
                before(place(needed, false), place(i, false), "what is made waits for what it needs");
            }
            if (action == Action.REPLACE_DELETE_FIRST) {
                before(place(i, true), place(i, false), "the old one goes first");
            }
            if (action == Action.REPLACE_CREATE_FIRST) {
                before(place(i, false), place(i, true), "the new one comes first");
            }
            for (int used : stored.get(i)) {
                before(place(i, true), place(used, true), "what used an object goes before it");
                if (action == Action.REPLACE_DELETE_FIRST && actions.get(used) == Action.UPDATE) {
                    before(place(i, true), place(used, false), "what used an object goes before its update");
                }
                if (action == Action.DELETE && actions.get(used) == Action.UPDATE && createFirst.isEmpty()) {
                    before(place(i, true), place(used, false), "what used an object goes before its update");
                }
                if (action == Action.UPDATE && actions.get(used) == Action.REPLACE_CREATE_FIRST) {
                    before(place(i, false), place(used, true), "users are updated before the old one goes");
                }
            }
        }
    }

    private void before(Optional<Integer> first, Optional<Integer> second, String rule) {
        if (first.isPresent() && second.isPresent()) {
            assertThat(reaches(second.get(), first.get())).as(rule).isTrue();
        }
    }

    private boolean reaches(int from, int to) {
        return from == to
                || operations.get(from).after().stream().anyMatch(before -> before >= to && reaches(before, to));
    }

    private Optional<Integer> place(int instance, boolean deletion) {
        for (int number = 0; number < operations.size(); number++) {
            Operation operation = operations.get(number);
            boolean deletes = operation.kind() == Operation.Kind.DELETE;
            if (operation.address().equals(Optional.of(address(instance))) && deletes == deletion) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    private static Address address(int number) {
        return Address.resource("corbel_data", "r" + number);
    }

    private static List<Address> addresses(Set<Integer> numbers) {
        return numbers.stream().map(OperationOrderPropertyTest::address).toList();
    }

    private String describe() {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < INSTANCES; number++) {
            text.append("r%d %s %s createFirst=%s declared=%s stored=%s%n"
                    .formatted(
                            number,
                            actions.get(number),
                            old(number),
                            createFirst.contains(number),
                            declared.get(number),
                            stored.get(number)));
        }
        return text.toString();
    }
}
