package dev.corbel.dsl.language;

import dev.corbel.dsl.language.Hint.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds hints by the words of other languages. Loaded where an error needs it. */
public final class Hints {
    private static final Map<Place, Map<String, Hint>> BY_WORD = new HashMap<>();

    static {
        all().forEach(hint -> hint.words()
                .forEach(word -> BY_WORD.computeIfAbsent(hint.place(), place -> new HashMap<>())
                        .put(word, hint)));
    }

    private Hints() {}

    /** The sentence for a word in this place; empty where nobody is known to write it. */
    public static Optional<String> find(Place place, String word) {
        return Optional.ofNullable(BY_WORD.getOrDefault(place, Map.of()).get(word))
                .map(Hint::sentence);
    }

    /** The words that are known in this place, for suggestions. */
    public static Set<String> words(Place place) {
        return BY_WORD.getOrDefault(place, Map.of()).keySet();
    }

    /** All of them, in the order of the table. */
    public static List<Hint> all() {
        return Stream.concat(TerraformWords.ALL.stream(), TerraformFunctions.ALL.stream())
                .toList();
    }
}
