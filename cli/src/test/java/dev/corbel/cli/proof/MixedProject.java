package dev.corbel.cli.proof;

import java.nio.file.Path;

/**
 * An environment whose next apply does everything: it makes objects of all four identity classes, changes one, deletes
 * one, and replaces one in either order.
 */
final class MixedProject {
    static final int RESOURCES = 7;
    static final String[] APPLY = {"apply", "--auto-approve", "--parallelism", "1"};

    private static final String BEFORE = """
            provider('simulator') {}
            resource('sim_object', 'changed') { name = 'changed'; value = 1 }
            resource('sim_object', 'replaced') { identity = 'tag'; fixed = 1 }
            resource('sim_object', 'renewed') {
                identity = 'none'; fixed = 1
                lifecycle { createBeforeDestroy = true }
            }
            resource('sim_object', 'unneeded') { value = 1 }
            """;

    private static final String AFTER = """
            provider('simulator') {}
            resource('sim_object', 'changed') { name = 'changed'; value = 2 }
            resource('sim_object', 'replaced') { identity = 'tag'; fixed = 2; value = sim_object.changed.id }
            resource('sim_object', 'renewed') {
                identity = 'none'; fixed = 2
                lifecycle { createBeforeDestroy = true }
            }
            resource('sim_object', 'named') { name = 'named'; value = sim_object.replaced.id }
            resource('sim_object', 'repeatable') { identity = 'client-token'; value = sim_object.named.id }
            resource('sim_object', 'tagged') { identity = 'tag' }
            resource('sim_object', 'lost') { identity = 'none'; value = sim_object.tagged.id }
            resource('corbel_data', 'noted') { input = sim_object.lost.id }
            output('noted') { value = corbel_data.noted.output }
            """;

    private MixedProject() {}

    /** A folder in which the first definition is applied and the second one is written. */
    static Path prepare(Place place, Path folder) {
        place.define(folder, BEFORE);
        Operator operator = place.operator(folder);
        operator.insist("apply", "--auto-approve");
        place.define(folder, AFTER);
        operator.insist("plan");
        return folder;
    }
}
