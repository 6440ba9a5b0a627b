package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.declared;
import static dev.corbel.planner.apply.TestProject.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.Whole;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts that go with the object that they are parts of. */
class WholesTest {
    private static final String PART = "fake_object.part";
    private static final String WHOLE = "fake_object.whole";

    @TempDir
    private Path folder;

    private final ScriptedProvider fake = new ScriptedProvider();
    private TestProject project;

    @BeforeEach
    void open() {
        fake.create = planned -> new ObjectState(planned.with("id", planned.get("value")));
        fake.whole = attributes ->
                attributes.text("id").filter("part"::equals).map(part -> new Whole("fake_object", "whole"));
        project = new TestProject(folder, fake);
        project.apply(project.plan()
                .create(declared(WHOLE).with("value", "whole"))
                .create(declared(PART).with("value", "part")));
        fake.calls.clear();
    }

    @Test
    void aPartNeedsNoCallWhereItsWholeEnds() {
        ApplyResult result = project.apply(project.plan().delete(PART).delete(WHOLE, 0));

        assertThat(story(result)).containsExactly("DELETE fake_object.part DONE", "DELETE fake_object.whole DONE");
        assertThat(fake.calls).containsExactly("delete " + WHOLE);
        assertThat(project.state().instances()).isEmpty();
    }

    @Test
    void aPartAloneIsTakenOff() {
        project.apply(project.plan().delete(PART));

        assertThat(fake.calls).containsExactly("delete " + PART);
    }

    @Test
    void aWholeThatStaysAfterAllIsAsItWas() {
        fake.delete = prior -> {
            throw new ProviderException(Diagnostic.error("It is not empty", ""));
        };

        ApplyResult result = project.apply(project.plan().delete(PART).delete(WHOLE, 0));

        assertThat(result.succeeded()).isFalse();
        assertThat(fake.calls).containsExactly("delete " + WHOLE);
    }
}
