package dev.corbel.providers.api.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** The closest of the names, where one is close enough to be a slip of the keyboard. */
    public static Optional<String> closest(String written, Collection<String> names) {
        int limit = Math.max(1, written.length() / 3);
        return names.stream()
                .filter(name -> Math.abs(name.length() - written.length()) <= limit)
                .map(name -> new Candidate(name, distance(written, name)))
                .filter(candidate -> candidate.distance() <= limit)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** {@code Did you mean "x"?}, where something is close enough. */
    public static Optional<String> didYouMean(String written, Collection<String> names) {
        return closest(written, names).map(name -> "Did you mean \"" + name + "\"?");
    }

    private record Candidate(String name, int distance) {}

    private static int distance(String left, String right) {
        String a = left.toLowerCase(java.util.Locale.ROOT);
        String b = right.toLowerCase(java.util.Locale.ROOT);
        int[][] distances = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                distances[i][j] = cell(distances, a, b, i, j);
            }
        }
        return distances[a.length()][b.length()];
    }

    /** Damerau's distance: a swap of two neighbours counts as one slip. */
    private static int cell(int[][] distances, String a, String b, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(
                Math.min(distances[i - 1][j] + 1, distances[i][j - 1] + 1), distances[i - 1][j - 1] + substitution);
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
            best = Math.min(best, distances[i - 2][j - 2] + 1);
        }
        return best;
    }
}
