package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.address;
import static dev.corbel.planner.apply.TestPlan.declared;
import static dev.corbel.planner.apply.TestProject.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.builtin.BuiltinProvider;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.simulator.SimulatorProvider;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.StateObject;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that replaces an object create-first is killed after any line of its journal. */
class CutReplacementTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "sim_object.a, value, current; current; none + deposed + intent; current + deposed",
        "corbel_data.a, input, current; current; current + deposed"
    })
    void noAddressIsLeftWithoutAnObjectOrACallToLookInto(String name, String field, String expected)
            throws IOException {
        TestProject project = new TestProject(folder);
        project.apply(project.plan().create(declared(name).with(field, "old")));
        Optional<StateObject> old = project.state().current(address(name));
        List<String> lines = replace(project, name, field);

        List<String> found = new ArrayList<>();
        for (int kept = 0; kept <= lines.size(); kept++) {
            Path cut = cut(lines.subList(0, kept));
            try (StateTransaction transaction = new TestProject(cut).begin()) {
                ResourceInstance left =
                        transaction.initial().instance(address(name)).orElseThrow();
                Optional<StateObject> deposed =
                        Optional.ofNullable(left.deposed().get("key"));
                assertThat(deposed.or(left::current)).isEqualTo(old);
                boolean open =
                        transaction.interrupted().stream().map(Intent::address).anyMatch(address(name)::equals);
                found.add((left.current().isPresent() ? "current" : "none")
                        + (deposed.isPresent() ? " + deposed" : "")
                        + (open ? " + intent" : ""));
            }
        }
        assertThat(String.join("; ", found)).isEqualTo(expected);
    }

    /** Replaces the object in a run that never commits, and tells what it wrote. */
    private List<String> replace(TestProject project, String name, String field) throws IOException {
        TestPlan plan = project.plan().createFirst(declared(name).with(field, "new"), "key");
        ProviderCatalog catalog = new ProviderCatalog(List.of(new SimulatorProvider(), new BuiltinProvider()));
        try (StateTransaction transaction = project.begin();
                Sessions sessions = new Sessions(catalog, ProviderContext.system(folder, "test"))) {
            StateTransaction uncommitted = (StateTransaction) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {StateTransaction.class},
                    (proxy, method, arguments) -> method.getName().equals("commit")
                            ? transaction.current()
                            : method.invoke(transaction, arguments));
            ApplyResult result = new Applier(catalog, sessions).apply(ApplyRequest.of(plan.build()), uncommitted);
            assertThat(story(result)).containsExactly("CREATE " + name + " DONE");
        }
        return Files.readAllLines(folder.resolve(".corbel/state/test/journal/000001.jsonl"));
    }

    /** The project with no more than these lines in its journal. */
    private Path cut(List<String> lines) throws IOException {
        Path copy = Files.createTempDirectory(folder, "cut");
        Path state = copy.resolve(".corbel/state/test");
        Files.createDirectories(state.resolve("journal"));
        Files.copy(folder.resolve(".corbel/state/test/state.json"), state.resolve("state.json"));
        Files.write(state.resolve("journal/000001.jsonl"), lines);
        return copy;
    }
}
