package dev.corbel.providers.azure.fact;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;

/** The facts of container apps. */
public final class AppFacts {
    private AppFacts() {}

    /** The facts of {@code azurerm_container_app}. */
    public static List<Fact> ofApp(MapValue app) {
        if (!(app.get("ingress").unmarked() instanceof MapValue ingress)) {
            return List.of(new Fact.Owned("containers"));
        }
        Value open = ingress.get("allow_insecure_connections").unmarked();
        Answer plain = Answer.of(open);
        boolean entrance = !(ingress.get("external_enabled").unmarked() instanceof BooleanValue flag) || flag.value();
        return List.of(
                new Fact.Owned("containers"),
                new Fact.Reachable(entrance),
                new Fact.Claim(Topic.TLS, plain.not(), "takes connections in plain text", Claims.at("ingress")));
    }
}
