package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The subscription itself, its regions, its resource providers, and lists over all types. */
final class Subscriptions {
    private static final List<String> SUBSCRIPTIONS = List.of("2022-12-01", "2021-01-01", "2016-06-01");
    private static final List<String> PROVIDERS = List.of("2022-09-01", "2021-04-01");
    private static final List<String> RESOURCES = List.of("2021-04-01", "2022-09-01", "2023-07-01");
    private static final Pattern OF_TYPE = Pattern.compile("resourceType eq '([^']*)'", Pattern.CASE_INSENSITIVE);

    private final World world;
    private final Regions regions;
    private final Registrations registrations;
    private final Pages pages;

    Subscriptions(World world, Regions regions, Registrations registrations, Pages pages) {
        this.world = world;
        this.regions = regions;
        this.registrations = registrations;
        this.pages = pages;
    }

    /** Answers a call for the subscription itself. */
    ArmResponse handle(ArmRequest request, List<String> segments) {
        if (segments.size() == 1) {
            version(request, SUBSCRIPTIONS);
            return pages.of(request, List.of(subscription()));
        }
        if (segments.size() == 2) {
            version(request, SUBSCRIPTIONS);
            return ArmResponse.of(200, subscription());
        }
        return switch (segments.get(2).toLowerCase(Locale.ROOT)) {
            case "locations" -> {
                version(request, SUBSCRIPTIONS);
                ObjectNode body = Trees.object();
                body.set("value", regions.locations(world.subscription()));
                yield ArmResponse.of(200, body);
            }
            case "providers" -> provider(request, segments);
            case "resources" -> resources(request, "/subscriptions/" + world.subscription());
            default -> throw Refusal.nothing(request.path());
        };
    }

    /** All resources below a scope, without their properties. */
    ArmResponse resources(ArmRequest request, String scope) {
        version(request, RESOURCES);
        Matcher filter = OF_TYPE.matcher(request.parameter("$filter"));
        String wanted = filter.find() ? filter.group(1) : "";
        List<ObjectNode> found = new ArrayList<>();
        for (Stored stored : world.below(scope)) {
            if (stored.type().behaviour().tracked()
                    && (wanted.isEmpty() || stored.type().name().equalsIgnoreCase(wanted))) {
                ObjectNode view = Trees.object();
                view.put("id", stored.id())
                        .put("name", stored.name())
                        .put("type", stored.type().name());
                view.setAll(stored.body().deepCopy().retain(List.of("location", "tags", "kind", "sku", "zones")));
                found.add(view);
            }
        }
        return pages.of(request, found);
    }

    private ArmResponse provider(ArmRequest request, List<String> segments) {
        version(request, PROVIDERS);
        if (segments.size() == 3) {
            return pages.of(request, registrations.all());
        }
        if (segments.size() == 4 && request.method().equals("GET")) {
            return registrations.get(segments.get(3));
        }
        if (segments.size() == 5
                && request.method().equals("POST")
                && segments.get(4).equals("register")) {
            return registrations.register(segments.get(3));
        }
        throw Refusal.nothing(request.path());
    }

    private ObjectNode subscription() {
        ObjectNode node = Trees.object();
        node.put("id", "/subscriptions/" + world.subscription())
                .put("subscriptionId", world.subscription())
                .put("tenantId", world.tenant())
                .put("displayName", "Simulated")
                .put("state", "Enabled")
                .put("authorizationSource", "RoleBased");
        node.putObject("subscriptionPolicies")
                .put("quotaId", "PayAsYouGo_2014-09-01")
                .put("spendingLimit", "Off");
        return node;
    }

    private static void version(ArmRequest request, List<String> versions) {
        if (!versions.contains(request.apiVersion())) {
            throw Refusal.badRequest(
                    "InvalidApiVersionParameter",
                    "The api-version '" + request.apiVersion() + "' is invalid. The supported versions are '"
                            + String.join(",", versions) + "'.");
        }
    }
}
