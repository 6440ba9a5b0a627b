package dev.corbel.providers.onprem.account;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code onprem_user}: a user, who may log in or run a service. */
public final class OnpremUser extends HostType {
    public static final String TYPE = "onprem_user";
    private static final Schema SCHEMA = UserSchema.of(replaceExisting());

    /** Makes the user or changes it, and may find a part done. An empty variable leaves something as it is. */
    private static final String BRING = """
            set --
            [ -z "$group" ] || set -- "$@" --gid "$group"
            [ -z "$home" ] || set -- "$@" --home-dir "$home"
            [ -z "$shell" ] || set -- "$@" --shell "$shell"
            [ "$setgroups" != true ] || set -- "$@" --groups "$groups"
            if getent passwd "$name" > /dev/null; then
                [ $# = 0 ] || usermod "$@" -- "$name" || exit 1
            else
                [ -z "$uid" ] || set -- "$@" --uid "$uid"
                if [ "$system" = true ]; then set -- "$@" --system; else set -- "$@" --create-home; fi
                if [ -z "$group" ] && getent group "$name" > /dev/null; then set -- "$@" --gid "$name"; fi
                useradd "$@" -- "$name" || exit 1
            fi
            if [ -n "$password" ]; then
                printf '%s:%s\\n' "$name" "$password" | chpasswd --encrypted || exit 1
            fi
            case $locked in
                true) usermod --lock -- "$name" || exit 1 ;;
                false) usermod --unlock -- "$name" || exit 1 ;;
            esac
            """;

    private static final String KEYS = """
            folder=$(getent passwd "$name" | cut -d: -f6)/.ssh
            group=$(id -gn -- "$name") || exit 1
            mkdir -p -m 0700 -- "$folder" && chown -- "$name:$group" "$folder" || exit 1
            file=$folder/authorized_keys
            printf '%s' "$keys" > "$file.corbel" && chown -- "$name:$group" "$file.corbel" || exit 1
            chmod 0600 "$file.corbel" && sync "$file.corbel" && mv -T -- "$file.corbel" "$file"
            """;

    private static final String REMOVE = """
            getent passwd "$name" > /dev/null || exit 0
            if [ "$home" = true ]; then set -- --remove; else set --; fi
            userdel "$@" -- "$name"
            """;

    @Override
    public String name() {
        return TYPE;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a user", "its name", "name", "");
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return UserFacts.fragment(AccountNames.of(requests));
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        return requests.stream()
                .map(request -> UserFacts.result(SCHEMA, facts, request))
                .toList();
    }

    @Override
    protected void make(Change change) throws ProviderException {
        bring(change, true);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        bring(change, false);
    }

    private static void bring(Change change, boolean isNew) throws ProviderException {
        DesiredAttributes user = change.desired();
        DesiredAttributes before = change.before();
        String name = user.required("name");
        Set<String> groups = new TreeSet<>(user.texts("groups"));
        boolean sendsPassword = isNew || user.differs("passwordVersion", before);
        change.run(Script.of("Setting up the user " + name, BRING)
                .with("name", name)
                .with("uid", AccountNames.number(user, "uid"))
                .with("group", changed("group", user, before))
                .with("home", changed("home", user, before))
                .with("shell", changed("shell", user, before))
                .with("setgroups", Boolean.toString(user.has("groups")))
                .with("groups", String.join(",", groups))
                .with("system", Boolean.toString(user.isTrue("system")))
                .with("password", sendsPassword ? orEmpty(user.text("passwordHash")) : "")
                .with("locked", user.has("locked") ? Boolean.toString(user.isTrue("locked")) : ""));
        if (user.has("authorizedKeys")) {
            StringBuilder keys = new StringBuilder();
            new TreeSet<>(user.texts("authorizedKeys"))
                    .forEach(key -> keys.append(key.strip()).append('\n'));
            change.run(Script.of("Writing the keys of " + name, KEYS)
                    .with("name", name)
                    .with("keys", keys.toString()));
        }
    }

    private static String changed(String attribute, DesiredAttributes user, DesiredAttributes before) {
        return user.differs(attribute, before) ? orEmpty(user.text(attribute)) : "";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A user that was there before stays, as it is. */
    @Override
    protected void remove(Change change) throws ProviderException {
        if (!change.ownership().existedBefore()) {
            String name = change.before().required("name");
            change.run(Script.of("Removing the user " + name, REMOVE)
                    .with("name", name)
                    .with("home", Boolean.toString(change.before().isTrue("removeHome"))));
        }
    }
}
