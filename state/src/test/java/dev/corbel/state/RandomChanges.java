package dev.corbel.state;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Changes that make sense for a state, from a seed. */
public final class RandomChanges {
    private static final List<String> TEXTS = List.of(
            "", "plain", "with \"quotes\" and \\", "line\nbreak", "ünïcödé 🚀", "a/b[c]", "null", "\u2028\u0000");

    private final Random random;

    public RandomChanges(long seed) {
        this.random = new Random(seed);
    }

    public StateChange next(State state) {
        Address address = address();
        String key = "k" + random.nextInt(2);
        boolean current = state.current(address).isPresent();
        boolean deposed = state.instance(address)
                .map(instance -> instance.deposed().containsKey(key))
                .orElse(false);
        return switch (random.nextInt(11)) {
            case 0 -> new StateChange.RemoveCurrent(address);
            case 1 -> deposed ? new StateChange.RemoveDeposed(address, key) : new StateChange.Depose(address, key);
            case 2 -> current ? new StateChange.PutCurrent(address, object()) : new StateChange.Restore(address, key);
            case 3 -> new StateChange.PutDeposed(address, key, object());
            case 4 -> move(state, address);
            case 5 -> new StateChange.PutOutput(text(), new OutputValue(value(2), random.nextBoolean()));
            case 6 -> new StateChange.RemoveOutput(text());
            case 7 -> new StateChange.PutBlueprint(address, random.nextInt(5));
            case 8 -> new StateChange.RemoveBlueprint(address);
            default -> new StateChange.PutCurrent(address, object());
        };
    }

    private StateChange move(State state, Address from) {
        Address to = address();
        return state.instance(to).isPresent() ? new StateChange.RemoveCurrent(to) : new StateChange.Move(from, to);
    }

    public Address address() {
        List<Step> steps = new ArrayList<>();
        if (random.nextBoolean()) {
            steps.add(new Step("region", random.nextBoolean() ? null : text(), random.nextBoolean() ? null : text()));
        }
        String label = random.nextInt(3) == 0 ? text() : "r" + random.nextInt(3);
        steps.add(new Step("sim_object", label, random.nextBoolean() ? null : text()));
        return new Address(steps);
    }

    private StateObject object() {
        Map<String, Value> attributes = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            attributes.put("a" + i + text(), value(3));
        }
        StateObject object = Samples.object(new MapValue(attributes));
        return new StateObject(
                Samples.PROVIDER,
                random.nextInt(3),
                object.attributes(),
                text(),
                random.nextBoolean() ? List.of() : List.of(address(), address()),
                random.nextBoolean(),
                random.nextBoolean() ? Optional.empty() : Optional.of(text() + ":3"),
                random.nextBoolean(),
                random.nextInt(3));
    }

    private Value value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 5)) {
            case 0 -> Value.ofNull();
            case 1 -> Value.of(random.nextBoolean());
            case 2 -> Value.of(new BigDecimal(random.nextLong()).scaleByPowerOfTen(random.nextInt(60) - 30));
            case 3 -> Value.of(text());
            case 4 -> Value.of(random.nextLong());
            case 5 -> Value.list(value(depth - 1), value(depth - 1));
            case 6 -> Value.map(Map.of(text() + "1", value(depth - 1), text() + "2", value(depth - 1)));
            default -> Value.sensitive(value(depth - 1));
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
