package dev.corbel.planner.apply.queue;

import java.util.List;
import java.util.function.IntConsumer;

/** The pieces that wait for each piece, in two arrays: the numbers that wait for one stand side by side. */
final class Dependents {
    private final int[] starts;
    private final int[] numbers;

    Dependents(List<List<Integer>> after) {
        starts = new int[after.size() + 1];
        for (List<Integer> before : after) {
            before.forEach(number -> starts[number + 1]++);
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        numbers = new int[starts[after.size()]];
        int[] filled = starts.clone();
        for (int waiting = 0; waiting < after.size(); waiting++) {
            for (int number : after.get(waiting)) {
                numbers[filled[number]++] = waiting;
            }
        }
    }

    void forEach(int number, IntConsumer consumer) {
        for (int i = starts[number]; i < starts[number + 1]; i++) {
            consumer.accept(numbers[i]);
        }
    }
}
