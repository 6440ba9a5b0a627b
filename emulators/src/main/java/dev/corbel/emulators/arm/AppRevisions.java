package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The revisions of container apps. Replicas of one that is deactivated end some time later. */
final class AppRevisions {
    private static final Duration END = Duration.ofSeconds(20);

    private final ArmClock clock;
    private final Map<String, List<Revision>> byApp = new HashMap<>();

    AppRevisions(ArmClock clock) {
        this.clock = clock;
    }

    /** One version of an app. */
    private static final class Revision {
        private final String name;
        private final JsonNode template;
        private final int replicas;
        private boolean active = true;
        private int restarts;
        private Instant ends = Instant.MAX;

        Revision(String name, JsonNode template, int replicas) {
            this.name = name;
            this.template = template;
            this.replicas = replicas;
        }

        void deactivate(Instant end) {
            if (active) {
                active = false;
                ends = end;
            }
        }
    }

    private List<Revision> of(String app) {
        return byApp.computeIfAbsent(app, none -> new ArrayList<>());
    }

    boolean isOther(String app, JsonNode template) {
        List<Revision> all = of(app);
        return all.isEmpty() || !all.get(all.size() - 1).template.equals(template);
    }

    void add(Stored app, JsonNode template, boolean single, int replicas) {
        List<Revision> all = of(app.key());
        if (single) {
            all.forEach(revision -> revision.deactivate(clock.now().plus(END)));
        }
        String suffix = template.path("revisionSuffix").asText();
        String name =
                app.name() + "--" + (suffix.isEmpty() ? String.format(Locale.ROOT, "%07d", all.size() + 1) : suffix);
        all.add(new Revision(name, template.deepCopy(), replicas));
    }

    String latest(String app) {
        List<Revision> all = of(app);
        return all.get(all.size() - 1).name;
    }

    void forget(String app) {
        byApp.remove(app);
    }

    List<ObjectNode> views(Stored app) {
        return of(app.key()).stream().map(revision -> view(app, revision)).toList();
    }

    private ObjectNode view(Stored app, Revision revision) {
        ObjectNode view = Trees.object();
        view.put("id", app.id() + "/revisions/" + revision.name)
                .put("name", revision.name)
                .put("type", ContainerAppRule.TYPE + "/revisions");
        boolean runs = revision.ends.isAfter(clock.now());
        view.putObject("properties")
                .put("active", revision.active)
                .put("replicas", runs ? revision.replicas : 0)
                .put("restarts", revision.restarts)
                .set("template", revision.template.deepCopy());
        return view;
    }

    void deactivate(Stored app, String name) {
        find(app, name).deactivate(clock.now().plus(END));
    }

    void restart(Stored app, String name) {
        find(app, name).restarts++;
    }

    private Revision find(Stored app, String name) {
        return of(app.key()).stream()
                .filter(revision -> revision.name.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("RevisionNotFound", "There is no revision '" + name + "'."));
    }
}
