package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;

/** Secrets and revisions of container apps, which are no resources of their own. */
final class AppActions {
    private final Locator locator;
    private final AppRevisions revisions;
    private final Pages pages;

    AppActions(Locator locator, AppRevisions revisions, Pages pages) {
        this.locator = locator;
        this.revisions = revisions;
        this.pages = pages;
    }

    private Stored app(ArmPath path) {
        return locator.existing(path.owner().orElseThrow(() -> Refusal.nothing(path.id())));
    }

    /** The secrets with their values; no content where there are none. */
    ArmResponse secrets(ArmPath path) {
        JsonNode secrets = Trees.at(app(path).body(), "properties.configuration.secrets");
        if (!(secrets instanceof ArrayNode all) || all.isEmpty()) {
            return ArmResponse.of(204);
        }
        ObjectNode body = Trees.object();
        body.set("value", all.deepCopy());
        return ArmResponse.of(200, body);
    }

    ArmResponse revisions(ArmRequest request, ArmPath path) {
        return pages.of(request, revisions.views(app(path)));
    }

    /** Ends or restarts a revision, as the last part of the path says. */
    ArmResponse revision(ArmPath path) {
        ArmPath revision = path.owner().orElseThrow(() -> Refusal.nothing(path.id()));
        Stored app = app(revision);
        if (path.last().equalsIgnoreCase("restart")) {
            revisions.restart(app, revision.name());
        } else {
            revisions.deactivate(app, revision.name());
        }
        return ArmResponse.of(200);
    }
}
