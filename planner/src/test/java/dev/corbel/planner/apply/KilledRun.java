package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.declared;

import dev.corbel.planner.plan.Operation;
import java.nio.file.Path;

/** A process that applies many objects one by one and is killed in the middle. Prints a line for each that is done. */
final class KilledRun {
    static final int OBJECTS = 10_000;

    private KilledRun() {}

    static TestPlan plan(TestProject project) {
        TestPlan plan = project.plan();
        for (int number = 0; number < OBJECTS; number++) {
            plan.create(declared("sim_object.o" + number).with("name", "o" + number));
        }
        return plan;
    }

    public static void main(String[] arguments) {
        TestProject project = new TestProject(Path.of(arguments[0]));
        project.apply(
                plan(project).build(), request -> request.withParallelism(4).withListener(KilledRun::print));
    }

    private static void print(ApplyEvent event) {
        Operation operation = event.operation();
        if (event instanceof ApplyEvent.Finished) {
            System.out.println(operation.address().orElseThrow());
        }
    }
}
