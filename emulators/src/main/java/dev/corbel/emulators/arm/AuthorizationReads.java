package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import dev.corbel.emulators.arm.facts.TypeFacts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of what hangs on a scope, such as assignments of roles and locks, and the roles themselves. */
final class AuthorizationReads {
    private static final Pattern PRINCIPAL =
            Pattern.compile("(?:principalId eq|assignedTo\\()\\s*'([^']*)'", Pattern.CASE_INSENSITIVE);

    private final World world;
    private final Views views;
    private final Pages pages;

    AuthorizationReads(World world, Views views, Pages pages) {
        this.world = world;
        this.views = views;
        this.pages = pages;
    }

    /** Whether resources of this type hang on scopes of all kinds. */
    static boolean concern(TypeFacts type) {
        return type.namespace().equals("Microsoft.Authorization");
    }

    ArmResponse roles(ArmRequest request, ArmPath path) {
        return path.isItem()
                ? ArmResponse.of(200, RoleDefinitions.one(world, path.name()))
                : pages.of(request, RoleDefinitions.list(world, request.parameter("$filter")));
    }

    /** What hangs on the scope and above it, and unless the filter says atScope(), below it too. */
    ArmResponse list(ArmRequest request, ArmPath path, TypeFacts type) {
        String filter = request.parameter("$filter");
        boolean below = !filter.contains("atScope()");
        Matcher matcher = PRINCIPAL.matcher(filter);
        String principal = matcher.find() ? matcher.group(1) : "";
        String scope = ArmPath.key(path.scope()) + "/";
        List<ObjectNode> found = world.all().stream()
                .filter(stored -> stored.is(type.name()))
                .filter(stored -> {
                    String own = ArmPath.key(stored.path().scope()) + "/";
                    return scope.startsWith(own) || (below && own.startsWith(scope));
                })
                .filter(stored -> principal.isEmpty()
                        || Trees.at(stored.body(), "properties.principalId")
                                .asText()
                                .equalsIgnoreCase(principal))
                .map(views::of)
                .toList();
        return pages.of(request, found);
    }
}
