package dev.corbel.providers.aws.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.aws.FactTexts;
import org.junit.jupiter.api.Test;

class EcsFactsTest {
    @Test
    void tasksAnswerConnectionsAndAreNoEntrance() {
        assertThat(FactTexts.of(new EcsServiceResource())).containsExactly("reachable");
        assertThat(FactTexts.of(new EcsTaskRunResource())).containsExactly("reachable");
    }
}
