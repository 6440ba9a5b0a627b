package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads many documents with few calls: one list where several lie beside each other, and the parent's document for what comes inside
 * it. What a list lacks is asked for by itself, since lists lag.
 */
final class ArmReads {
    /** The number of resource groups from which on one list of the whole subscription takes fewer calls. */
    private static final int GROUPS = 3;

    private final ArmSession session;
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();

    /** A document to read. */
    record Wanted(ArmDefinition type, ArmId id) {
        boolean isInParent() {
            return type.lies().inParent().isPresent();
        }

        String key() {
            return ArmSpelling.plain(id.text());
        }
    }

    /** The end of a question: the document, if there is one, or the failure. */
    private record Outcome(Optional<MapValue> document, Optional<RuntimeException> failure) {
        Optional<MapValue> get() {
            if (failure.isPresent()) {
                throw failure.get();
            }
            return document;
        }
    }

    /**
     * One call.
     *
     * @param list whether it answers many documents
     */
    private record Question(String path, String apiVersion, boolean list) {}

    ArmReads(ArmSession session) {
        this.session = session;
    }

    /** Reads all these; {@link #get} has the answers. */
    void read(Collection<Wanted> all) {
        Map<String, List<Wanted>> lists = new LinkedHashMap<>();
        Map<Question, Set<String>> questions = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Wanted wanted : all) {
            ArmId source = wanted.isInParent() ? new ArmId(wanted.id().parent()) : wanted.id();
            boolean listable = wanted.isInParent() || wanted.type().lies().listable();
            if (!seen.add(ArmSpelling.plain(source.text()))) {
                continue;
            }
            Wanted one = new Wanted(wanted.type(), source);
            if (listable) {
                String everywhere = source.subscriptionCollection().orElse(source.collection());
                lists.computeIfAbsent(ArmSpelling.plain(everywhere), key -> new ArrayList<>())
                        .add(one);
            } else {
                questions.put(new Question(source.text(), wanted.type().apiVersion(), false), Set.of(one.key()));
            }
        }
        lists.values().forEach(beside -> questions.putAll(questions(beside)));
        session.batch().each(List.copyOf(questions.entrySet()), entry -> {
            ask(entry.getKey(), entry.getValue());
            return entry;
        });
    }

    private static Map<Question, Set<String>> questions(List<Wanted> beside) {
        Map<String, List<Wanted>> collections = new LinkedHashMap<>();
        for (Wanted wanted : beside) {
            collections
                    .computeIfAbsent(ArmSpelling.plain(wanted.id().collection()), key -> new ArrayList<>())
                    .add(wanted);
        }
        Wanted first = beside.get(0);
        String version = first.type().apiVersion();
        Optional<String> everywhere = first.id().subscriptionCollection();
        Map<Question, Set<String>> questions = new LinkedHashMap<>();
        if (collections.size() >= GROUPS && everywhere.isPresent()) {
            questions.put(new Question(everywhere.get(), version, true), keys(beside));
            return questions;
        }
        for (List<Wanted> together : collections.values()) {
            Wanted one = together.get(0);
            boolean many = together.size() > 1;
            String query = one.isInParent() ? "" : one.type().lies().query();
            String path = many ? one.id().collection() + query : one.id().text();
            questions.put(new Question(path, version, many), keys(together));
        }
        return questions;
    }

    private static Set<String> keys(List<Wanted> all) {
        Set<String> keys = new LinkedHashSet<>();
        all.forEach(wanted -> keys.add(wanted.key()));
        return keys;
    }

    private void ask(Question question, Set<String> keys) {
        try {
            if (question.list()) {
                Map<String, MapValue> found = byId(session.arm().list(question.path(), question.apiVersion()));
                found.forEach((key, document) -> {
                    if (keys.contains(key)) {
                        outcomes.put(key, new Outcome(Optional.of(document), Optional.empty()));
                    }
                });
            } else {
                Optional<MapValue> document = session.arm().find(question.path(), question.apiVersion());
                keys.forEach(key -> outcomes.put(key, new Outcome(document, Optional.empty())));
            }
        } catch (RuntimeException failure) {
            if (!session.failures().isFailure(failure)) {
                throw failure;
            }
            keys.forEach(key -> outcomes.put(key, new Outcome(Optional.empty(), Optional.of(failure))));
        }
    }

    /** Documents by their ids without case. */
    static Map<String, MapValue> byId(List<? extends Value> documents) {
        Map<String, MapValue> found = new HashMap<>();
        for (Value document : documents) {
            if (document instanceof MapValue map) {
                map.text("id").ifPresent(id -> found.put(ArmSpelling.plain(id), map));
            }
        }
        return found;
    }

    /** The document; empty where there is certainly none. */
    Optional<MapValue> get(Wanted wanted) {
        if (!wanted.isInParent()) {
            return outcome(wanted).get();
        }
        ArmId parent = new ArmId(wanted.id().parent());
        Outcome outcome = outcomes.get(ArmSpelling.plain(parent.text()));
        Optional<MapValue> inside =
                outcome == null ? Optional.empty() : outcome.get().flatMap(document -> inside(wanted, document));
        return inside.isPresent()
                ? inside
                : session.arm().find(wanted.id().text(), wanted.type().apiVersion());
    }

    private static Optional<MapValue> inside(Wanted wanted, MapValue parent) {
        Value list = wanted.type().lies().inParent().orElseThrow().in(parent);
        return list instanceof ListValue elements
                ? Optional.ofNullable(byId(elements.elements()).get(wanted.key()))
                : Optional.empty();
    }

    private Outcome outcome(Wanted wanted) {
        Outcome outcome = outcomes.get(wanted.key());
        if (outcome == null) {
            ask(new Question(wanted.id().text(), wanted.type().apiVersion(), false), Set.of(wanted.key()));
            outcome = outcomes.get(wanted.key());
        }
        if (outcome == null) {
            throw new IllegalStateException("nobody asked for " + wanted.id().text());
        }
        return outcome;
    }
}
