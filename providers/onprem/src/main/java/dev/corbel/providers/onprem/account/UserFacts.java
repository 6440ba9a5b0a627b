package dev.corbel.providers.onprem.account;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.ShellText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Facts about users. Hashes of passwords never leave the host. */
final class UserFacts {
    private static final String FRAGMENT = """
            command -v getent > /dev/null || exit 1
            getent group | while IFS=: read -r name password gid members; do
                fact 0 "group $gid" "$name"
                [ -z "$members" ] || fact 0 "members $name" "$members"
            done
            getent passwd -- USERS | while IFS=: read -r name password uid gid comment home shell; do
                fact 0 "uid $name" "$uid"
                fact 0 "gid $name" "$gid"
                fact 0 "home $name" "$home"
                fact 0 "shell $name" "$shell"
                [ ! -r "$home/.ssh/authorized_keys" ] || fact 0 "keys $name" "$(cat -- "$home/.ssh/authorized_keys")"
            done
            getent shadow -- USERS | while IFS=: read -r name password rest; do
                case $password in
                    '!'* | '*'* | '') fact 0 "locked $name" true ;;
                    *) fact 0 "locked $name" false ;;
                esac
            done
            """;

    private UserFacts() {}

    static String fragment(List<String> names) {
        return FRAGMENT.replace("USERS", ShellText.quoteAll(names)) + "exit 0\n";
    }

    static ReadResult result(Schema schema, Facts facts, ReadRequest request) {
        MapValue prior = request.prior().attributes();
        String name = prior.text("name").orElseThrow();
        return facts.text(0, "uid " + name)
                .<ReadResult>map(uid -> new ReadResult.Present(new ObjectState(
                        attributes(schema, facts, prior, name, uid),
                        request.prior().privateData())))
                .orElseGet(ReadResult.Absent::new);
    }

    private static MapValue attributes(Schema schema, Facts facts, MapValue prior, String name, String uid) {
        Attributes attributes = new Attributes(schema)
                .from(prior)
                .text("name", name)
                .number("uid", Long.valueOf(uid))
                .textOrEmpty("home", facts.text(0, "home " + name).orElse(null))
                .textOrEmpty("shell", facts.text(0, "shell " + name).orElse(null))
                .textOrEmpty(
                        "group",
                        facts.text(0, "gid " + name)
                                .flatMap(gid -> facts.text(0, "group " + gid))
                                .orElse(null));
        if (isTold("groups", prior, groups(facts, name))) {
            attributes.set("groups", groups(facts, name));
        }
        if (isTold("authorizedKeys", prior, keys(facts, name))) {
            attributes.set("authorizedKeys", keys(facts, name));
        }
        if (!prior.get("locked").isNull()) {
            attributes.flag(
                    "locked",
                    facts.text(0, "locked " + name).map("true"::equals).orElse(null));
        }
        return attributes.build();
    }

    /** Tells whether somebody cares: the definition, or an import that found some. */
    private static boolean isTold(String attribute, MapValue prior, Set<String> found) {
        return !prior.get(attribute).isNull() || (HostType.isImport(prior) && !found.isEmpty());
    }

    private static Set<String> groups(Facts facts, String user) {
        Map<String, String> all = new TreeMap<>(facts.all(0));
        Set<String> groups = new TreeSet<>();
        all.forEach((field, members) -> {
            if (field.startsWith("members ") && List.of(members.split(",", -1)).contains(user)) {
                groups.add(field.substring("members ".length()));
            }
        });
        return groups;
    }

    private static Set<String> keys(Facts facts, String user) {
        Set<String> keys = new TreeSet<>();
        facts.text(0, "keys " + user).orElse("").lines().map(String::strip).forEach(line -> {
            if (!line.isEmpty() && !line.startsWith("#")) {
                keys.add(line);
            }
        });
        return keys;
    }
}
