package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Facts;
import dev.corbel.emulators.arm.facts.Trees;
import dev.corbel.emulators.arm.facts.TypeFacts;
import dev.corbel.emulators.arm.facts.Verb;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PUT and PATCH of resources. All checks come before anything is changed. */
final class Writer {
    private final Facts facts;
    private final World world;
    private final Locator locator;
    private final RuleBook rules;
    private final Bodies bodies;
    private final Views views;
    private final Guard guard;
    private final LongRuns runs;
    private final ArmClock clock;

    Writer(
            Facts facts,
            World world,
            Locator locator,
            RuleBook rules,
            Bodies bodies,
            Views views,
            Guard guard,
            LongRuns runs,
            ArmClock clock) {
        this.facts = facts;
        this.world = world;
        this.locator = locator;
        this.rules = rules;
        this.bodies = bodies;
        this.views = views;
        this.guard = guard;
        this.runs = runs;
        this.clock = clock;
    }

    ArmResponse put(ArmRequest request, ArmPath path, TypeFacts type, Verb verb) {
        locator.checkAbove(path);
        type.shape().checkName(path.name()).ifPresent(violation -> {
            throw Refusal.badRequest("InvalidResourceName", "Resource name is invalid: " + violation.message() + ".");
        });
        Stored before = world.find(path.id()).orElse(null);
        ArmPath spelled = before == null ? locator.spelled(path, type) : before.path();
        if (isConditional(verb, type)) {
            Preconditions.check(request, Optional.ofNullable(before));
        }
        ObjectNode body = bodies.replaced(request.body(), spelled, type, before);
        Map<String, Map<String, ObjectNode>> inline = Bodies.takeInline(body, type);
        Change change = change(before, spelled, type, body);
        Optional<Operation> same = sameGoal(before, body, inline);
        if (same.isPresent() && before != null) {
            return runs.answer(request, ArmResponse.of(200, views.of(before)), before, same.get());
        }
        return write(request, verb, change, inline);
    }

    ArmResponse patch(ArmRequest request, ArmPath path, Verb verb) {
        Stored before = locator.existing(path);
        if (verb.conditional()) {
            Preconditions.check(request, Optional.of(before));
        }
        ObjectNode body = bodies.patched(request.body(), before, verb);
        return write(request, verb, change(before, before.path(), before.type(), body), Map.of());
    }

    /** Services whose resources tell ETags go by them, whether or not a specification says so: networks do. */
    private static boolean isConditional(Verb verb, TypeFacts type) {
        return verb.conditional() || type.shape().has("etag");
    }

    /** The operation that does already what is asked for. */
    private Optional<Operation> sameGoal(
            @Nullable Stored before, ObjectNode body, Map<String, Map<String, ObjectNode>> inline) {
        return before != null && inline.isEmpty() && before.body().equals(body)
                ? runs.of(before).filter(operation -> operation.verb().equals("PUT"))
                : Optional.empty();
    }

    private Change change(@Nullable Stored before, ArmPath path, TypeFacts type, ObjectNode body) {
        Map<String, ObjectNode> siblings = new LinkedHashMap<>();
        world.children(path.siblings()).stream()
                .filter(other -> !other.name().equalsIgnoreCase(path.name()))
                .forEach(other -> siblings.put(other.name(), other.body()));
        ObjectNode parent = path.owner()
                .flatMap(owner -> world.find(owner.id()))
                .map(Stored::body)
                .orElseGet(Trees::object);
        return completed(new Change(world, before, path, type, body, parent, siblings, clock.now()));
    }

    /** What services fill in counts as said: leaving it out changes nothing. */
    private Change completed(Change change) {
        rules.of(change.type()).forEach(rule -> rule.complete(change));
        return change;
    }

    private ArmResponse write(
            ArmRequest request, Verb verb, Change change, Map<String, Map<String, ObjectNode>> inline) {
        Locks.checkWrite(world, change.path());
        List<Change> children = new ArrayList<>();
        List<Stored> dropped = new ArrayList<>();
        inline.forEach((property, elements) -> children(change, property, elements, children, dropped));
        Set<String> more = check(change);
        children.forEach(child -> more.addAll(check(child)));
        dropped.forEach(child -> Removal.check(world, rules, child));
        Set<String> holds = guard.check(change.path(), change.type().behaviour().serialisedByParent(), more);
        Stored stored = commit(change);
        dropped.forEach(child -> Removal.remove(world, rules, child));
        children.forEach(this::commit);
        boolean runsOn =
                verb.longRunning() && (change.creates() || verb.statuses().contains(201));
        int status = !change.creates()
                ? 200
                : runsOn ? change.type().behaviour().created() : verb.statuses().contains(201) ? 201 : 200;
        if (!runsOn) {
            return answer(stored, status);
        }
        Operation operation = runs.write(request.method(), stored, change.creates(), holds);
        return runs.answer(request, answer(stored, status), stored, operation);
    }

    private ArmResponse answer(Stored stored, int status) {
        ArmResponse response = status == 202 ? ArmResponse.of(status) : ArmResponse.of(status, views.of(stored));
        return stored.type().shape().has("etag") ? response.with("ETag", stored.etag()) : response;
    }

    private void children(
            Change change,
            String property,
            Map<String, ObjectNode> elements,
            List<Change> children,
            List<Stored> dropped) {
        TypeFacts type = facts.type(change.type().behaviour().inline().getOrDefault(property, ""))
                .orElseThrow();
        ArmPath list = change.path().list(type.collection());
        Map<String, ObjectNode> written = new LinkedHashMap<>();
        elements.forEach((name, element) -> {
            Stored before = world.find(list.child(name).id()).orElse(null);
            ArmPath path = before == null ? list.child(name) : before.path();
            written.put(name, bodies.replaced(element, path, type, before));
        });
        written.forEach((name, body) -> {
            Map<String, ObjectNode> siblings = new LinkedHashMap<>(written);
            siblings.remove(name);
            Stored before = world.find(list.child(name).id()).orElse(null);
            ArmPath path = before == null ? list.child(name) : before.path();
            children.add(completed(new Change(world, before, path, type, body, change.body(), siblings, change.now())));
        });
        world.children(list).stream()
                .filter(child -> written.keySet().stream().noneMatch(child.name()::equalsIgnoreCase))
                .forEach(dropped::add);
    }

    private Set<String> check(Change change) {
        change.current().ifPresent(before -> checkCreateOnly(change, before));
        Set<String> holds = new HashSet<>();
        for (TypeRule rule : rules.of(change.type())) {
            rule.check(change);
            holds.addAll(rule.holds(change));
        }
        return holds;
    }

    private static void checkCreateOnly(Change change, Stored before) {
        for (String property : change.type().behaviour().createOnly()) {
            if (!Trees.same(Trees.at(before.body(), property), change.at(property))) {
                throw Refusal.conflict(
                        property.equals("location") ? "InvalidResourceLocation" : "PropertyChangeNotAllowed",
                        "Changing property '" + property + "' of '" + before.id() + "' is not allowed.");
            }
        }
    }

    private Stored commit(Change change) {
        Stored stored = change.before();
        if (stored == null) {
            stored = new Stored(change.path(), change.type(), change.now());
            stored.change(change.body());
            world.add(stored);
        } else {
            world.change(stored, change.body());
        }
        for (TypeRule rule : rules.of(change.type())) {
            rule.done(change, stored);
        }
        stored.path().owner().flatMap(owner -> world.find(owner.id())).ifPresent(Stored::touch);
        return stored;
    }
}
