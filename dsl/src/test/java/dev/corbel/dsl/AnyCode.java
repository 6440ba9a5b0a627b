package dev.corbel.dsl;

import java.util.List;
import java.util.Random;

/** Writes code at random that computes with {@code a.value} and {@code b.value}. */
final class AnyCode {
    private final Random random;

    AnyCode(Random random) {
        this.random = random;
    }

    /** Code that is nested so deeply. */
    String of(int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> number(depth);
            case 1 -> text(depth);
            case 2 -> truth(depth);
            case 3 -> list(depth);
            default -> map(depth);
        };
    }

    private String any(List<String> forms) {
        return forms.get(random.nextInt(forms.size()));
    }

    private String side() {
        return random.nextBoolean() ? "a" : "b";
    }

    private String number(int depth) {
        if (depth == 0) {
            return any(List.of("1", "2", "0", side() + ".value.n", side() + ".value.n"));
        }
        int less = depth - 1;
        return switch (random.nextInt(13)) {
            case 0 -> "(" + number(less) + " + " + number(less) + ")";
            case 1 -> "(" + number(less) + " - " + number(less) + ")";
            case 2 -> "(" + number(less) + " * " + number(less) + ")";
            case 3 -> "(-" + number(less) + ")";
            case 4 -> list(less) + ".size()";
            case 5 -> text(less) + ".size()";
            case 6 -> map(less) + "[" + text(less) + "]";
            case 7 -> list(less) + ".indexOf(" + text(less) + ")";
            case 8 -> "(" + truth(less) + " ? " + number(less) + " : " + number(less) + ")";
            case 9 -> "(" + number(less) + " ?: " + number(less) + ")";
            case 10 -> "Math.max(" + number(less) + ", " + number(less) + ")";
            case 11 -> "[" + number(less) + ", " + number(less) + "].sum { it + " + number(less) + " }";
            default -> side() + ".value.n";
        };
    }

    private String text(int depth) {
        if (depth == 0) {
            return any(List.of("'p'", "'q'", "''", side() + ".value.t", side() + ".value.t"));
        }
        int less = depth - 1;
        return switch (random.nextInt(10)) {
            case 0 -> "(" + text(less) + " + " + text(less) + ")";
            case 1 -> "\"${" + text(less) + "}-${" + number(less) + "}\"";
            case 2 -> text(less) + ".toUpperCase()";
            case 3 -> text(less) + ".take(2)";
            case 4 -> list(less) + ".join(',')";
            case 5 -> "(" + truth(less) + " ? " + text(less) + " : " + text(less) + ")";
            case 6 -> list(less) + "[" + number(less) + "]";
            case 7 -> "(b.value.none ?: " + text(less) + ")";
            case 8 -> "combine(" + text(less) + ", " + number(less) + ") { x, y -> x + y + " + text(less) + " }";
            default -> side() + ".value.t";
        };
    }

    private String truth(int depth) {
        if (depth == 0) {
            return any(List.of("true", "false", side() + ".value.on", side() + ".value.on"));
        }
        int less = depth - 1;
        return switch (random.nextInt(12)) {
            case 0 -> "(" + number(less) + " == " + number(less) + ")";
            case 1 -> "(" + number(less) + " < " + number(less) + ")";
            case 2 -> "(" + text(less) + " != " + text(less) + ")";
            case 3 -> "(" + text(less) + " in " + list(less) + ")";
            case 4 -> list(less) + ".contains(" + text(less) + ")";
            case 5 -> "(!" + truth(less) + ")";
            case 6 -> "(" + truth(less) + " && " + truth(less) + ")";
            case 7 -> "(" + truth(less) + " || " + truth(less) + ")";
            case 8 -> "(" + text(less) + " ==~ '[a-q]*')";
            case 9 -> list(less) + ".any { it == " + text(less) + " }";
            case 10 -> "(" + list(less) + " == " + list(less) + ")";
            default -> side() + ".value.on";
        };
    }

    private String list(int depth) {
        if (depth == 0) {
            return any(List.of("['p', 'q']", "[]", side() + ".value.l", side() + ".value.l"));
        }
        int less = depth - 1;
        return switch (random.nextInt(16)) {
            case 0 -> "(" + list(less) + " + " + list(less) + ")";
            case 1 -> "(" + list(less) + " + " + text(less) + ")";
            case 2 -> "[*" + list(less) + ", " + text(less) + "]";
            case 3 -> list(less) + ".reverse()";
            case 4 -> list(less) + ".unique(false)";
            case 5 -> list(less) + ".toSorted()";
            case 6 -> list(less) + ".collect { it + " + text(less) + " }";
            case 7 -> list(less) + ".findAll { it != " + text(less) + " }";
            case 8 -> list(less) + ".take(2)";
            case 9 -> "(" + list(less) + " - " + list(less) + ")";
            case 10 -> "(" + truth(less) + " ? " + list(less) + " : " + list(less) + ")";
            case 11 -> list(less) + "*.toUpperCase()";
            case 12 -> map(less) + ".collect { k, v -> k + v }";
            case 13 -> "[" + text(less) + ", " + text(less) + "]";
            case 14 -> map(less) + ".keySet().toList()";
            default -> side() + ".value.l";
        };
    }

    private String map(int depth) {
        if (depth == 0) {
            return any(List.of("[p: 1]", "[:]", side() + ".value.m", side() + ".value.m"));
        }
        int less = depth - 1;
        return switch (random.nextInt(8)) {
            case 0 -> "(" + map(less) + " + " + map(less) + ")";
            case 1 -> "[*: " + map(less) + ", z: " + number(less) + "]";
            case 2 -> map(less) + ".findAll { k, v -> v > " + number(less) + " }";
            case 3 -> list(less) + ".collectEntries { [it, " + number(less) + "] }";
            case 4 -> map(less) + ".collectEntries { k, v -> [k + " + text(less) + ", v] }";
            case 5 -> "(" + truth(less) + " ? " + map(less) + " : " + map(less) + ")";
            case 6 -> "[p: " + number(less) + ", q: " + number(less) + "]";
            default -> side() + ".value.m";
        };
    }
}
