package dev.corbel.dsl.stage;

import dev.corbel.dsl.program.Captures;
import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.LiftedValue;
import dev.corbel.dsl.program.Lifting;
import dev.corbel.dsl.program.MappedValue;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Refusal;
import dev.corbel.dsl.program.SelectedValue;
import dev.corbel.dsl.program.SensitiveText;
import dev.corbel.dsl.program.TemplateValue;
import dev.corbel.dsl.scope.AttributeCheck;
import dev.corbel.dsl.scope.Decider;
import dev.corbel.dsl.scope.InputValue;
import dev.corbel.dsl.scope.PlainValues;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What code decides by, through all evaluations of a definition: the values that are known so far, and in each evaluation the
 * references for which there is none.
 */
public final class Decisions implements Decider {
    private final Map<String, Value> known;
    private final Map<String, Demand> met = new LinkedHashMap<>();
    private final Map<String, Demand> unmet = new LinkedHashMap<>();

    private Decisions(Map<String, Value> known) {
        this.known = known;
    }

    /** Begins with the values that a saved plan carries, and with none where it carries no such text. */
    public static Decisions recorded(Optional<String> text) {
        return new Decisions(text.map(DecidedValues::values).orElseGet(LinkedHashMap::new));
    }

    /** Begins another evaluation. */
    public void begin() {
        met.clear();
        unmet.clear();
    }

    /** The text that saved plans carry; empty where nothing is known. */
    public Optional<String> text() {
        return known.isEmpty() ? Optional.empty() : Optional.of(DecidedValues.text(known));
    }

    /** The references without a value, once for each place. */
    public List<Demand> unmet() {
        return List.copyOf(unmet.values());
    }

    /** The references that had a value. */
    public List<Demand> met() {
        return List.copyOf(met.values());
    }

    /** The value that a reference had. */
    public Value value(Demand demand) {
        return java.util.Objects.requireNonNull(known.get(demand.key()));
    }

    /** Notes the value of a reference for the evaluations to come. */
    public void know(Demand demand, Value value) {
        known.put(demand.key(), value);
    }

    @Override
    public @Nullable Object decide(Deferred value, String use, @Nullable SourceRange range) {
        return new Look(value, use, range).whole();
    }

    /** One look of code at a value. */
    private final class Look {
        private final Deferred whole;
        private final String use;
        private final @Nullable SourceRange range;

        Look(Deferred whole, String use, @Nullable SourceRange range) {
            this.whole = whole;
            this.use = use;
            this.range = range;
        }

        @Nullable
        Object whole() {
            Object found = value(whole);
            if (hasPlaceholder(found)) {
                throw Placeholder.skip();
            }
            return found;
        }

        private @Nullable Object value(Deferred deferred) {
            Object found = once(deferred);
            return found instanceof Deferred again && !(again instanceof Placeholder) ? value(again) : found;
        }

        private @Nullable Object once(Deferred deferred) {
            if (deferred instanceof Reference reference) {
                return of(reference);
            }
            if (deferred instanceof InputValue input) {
                return of(input);
            }
            if (deferred instanceof LiftedValue lifted) {
                Lifting lifting = Lifting.of(lifted);
                return lifting.run(suppliers(lifting.leaves()));
            }
            if (deferred instanceof TemplateValue template) {
                StringBuilder text = new StringBuilder();
                for (Object part : template.parts()) {
                    text.append(part instanceof Deferred inner ? text(inner) : part);
                }
                return text.toString();
            }
            if (deferred instanceof MappedValue mapped) {
                Captures captures = Captures.of(mapped.closure());
                List<@Nullable Object> others = new ArrayList<>();
                captures.leaves().forEach(leaf -> others.add(value(leaf)));
                return captures.bind(others).run(value(mapped.input()));
            }
            if (deferred instanceof SelectedValue selected) {
                return selected.of(value(selected.base()));
            }
            if (deferred instanceof SensitiveText) {
                throw Refusal.ofSecret(whole, deferred, use, range);
            }
            if (deferred instanceof Placeholder) {
                throw Placeholder.skip();
            }
            throw Refusal.of(whole, use, range);
        }

        private List<Supplier<@Nullable Object>> suppliers(List<Deferred> leaves) {
            List<Supplier<@Nullable Object>> values = new ArrayList<>();
            leaves.forEach(leaf -> values.add(() -> value(leaf)));
            return values;
        }

        private String text(Deferred part) {
            return TemplateValue.text(value(part), range);
        }

        private @Nullable Object of(InputValue input) {
            Object given = value(input.given());
            Optional<Value> plain = input.type() == Type.ANY ? Optional.empty() : PlainValues.value(given);
            if (plain.isEmpty()) {
                return given;
            }
            try {
                return PlainValues.late(Conversion.convert(plain.get(), input.type()), input.name());
            } catch (Conversion.MismatchException mismatch) {
                throw AttributeCheck.mismatch(input.name(), mismatch, input.range());
            }
        }

        private @Nullable Object of(Reference reference) {
            Demand demand = new Demand(reference, range);
            Value value = known.get(demand.key());
            if (value == null || value.isUnknown()) {
                unmet.putIfAbsent(demand.key() + " " + range, demand);
                throw Placeholder.skip();
            }
            met.putIfAbsent(demand.key(), demand);
            reference.noteUse();
            if (value instanceof SensitiveValue) {
                throw Refusal.ofSecret(whole, reference, use, range);
            }
            return plain(value, reference, reference.display());
        }

        /** The plain value; what is not known in a collection stays a reference. */
        private @Nullable Object plain(Value value, Deferred written, String name) {
            if (value.isWhollyKnown()) {
                return PlainValues.late(value, name);
            }
            if (value instanceof ListValue list) {
                List<@Nullable Object> elements = new ArrayList<>();
                for (int i = 0; i < list.elements().size(); i++) {
                    elements.add(part(list.elements().get(i), written, i, name));
                }
                return elements;
            }
            if (value instanceof MapValue map) {
                Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                map.entries().forEach((key, entry) -> entries.put(key, part(entry, written, key, name)));
                return entries;
            }
            return written;
        }

        private @Nullable Object part(Value value, Deferred around, Object key, String name) {
            SourceRange place = around instanceof Reference reference ? reference.range() : SourceRange.at("", 1, 1);
            return around.index(key, false, place) instanceof Deferred inner
                    ? plain(value, inner, name + "[" + key + "]")
                    : null;
        }

        private static boolean hasPlaceholder(@Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                return map.values().stream().anyMatch(Look::hasPlaceholder);
            }
            return value instanceof Placeholder
                    || (value instanceof Collection<?> many && many.stream().anyMatch(Look::hasPlaceholder));
        }
    }
}
