package dev.corbel.providers.onprem.software;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import dev.corbel.providers.onprem.host.ShellText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code onprem_package}: a package of the distribution, by apt. */
public final class OnpremPackage extends HostType {
    public static final String TYPE = "onprem_package";
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration TURN = Duration.ofMinutes(10);
    private static final long OTHERS = 120;

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching("[a-z0-9][a-z0-9+.-]+", "a name of a package")))
            .attribute(Attribute.optional("version", Type.STRING)
                    .validatedBy(Validation.matching(
                            "[A-Za-z0-9.+:~-]+\\*?", "a version, or the beginning of one and a *, such as '15*'"))
                    .describedAs("The version, or the beginning of one, such as `15*`. Left out, the newest when it"
                            + " is installed, and later ones are left as they are."))
            .attribute(Attribute.optional("hold", Type.BOOLEAN)
                    .defaultsTo(Value.of(false))
                    .describedAs("Whether updates of the host leave it as it is."))
            .attribute(Attribute.optional("purge", Type.BOOLEAN)
                    .describedAs("Whether its settings, and data that it says are its own, go with it. Left out,"
                            + " they stay."))
            .attribute(Attribute.optional("startServices", Type.BOOLEAN)
                    .describedAs("Whether services that an installation brings start at once, with the settings of the"
                            + " package. Left out, they do not, so that your settings are there first: an"
                            + " `onprem_systemd_unit` starts them, as the next start of the host would."))
            .attribute(Attribute.computed("installed_version", Type.STRING)
                    .changingByItself()
                    .describedAs("The version that is installed."))
            .build();

    private static final String APT = """
            export DEBIAN_FRONTEND=noninteractive
            apt() { apt-get -q -y -o DPkg::Lock::Timeout="$turn" -o Dpkg::Options::=--force-confold "$@" < /dev/null; }
            """;

    /**
     * Keeps packages from starting services while this script runs; those that run already may be restarted, as upgrades do. A
     * policy of the host itself is asked as well, and back in its place afterwards. One that a power cut left lets all start.
     */
    private static final String HOLD_SERVICES = """
            policy=/usr/sbin/policy-rc.d
            mark='# Made by Corbel for the time of an installation'
            release() {
                if [ -e "$policy.corbel-kept" ]; then
                    mv -T -- "$policy.corbel-kept" "$policy"
                elif grep -qsxF -- "$mark" "$policy"; then
                    rm -f -- "$policy"
                fi
            }
            release
            if [ "$start" != true ]; then
                trap release EXIT
                [ ! -e "$policy" ] || mv -T -- "$policy" "$policy.corbel-kept" || exit 1
                printf '%s\\n' '#!/bin/sh' "$mark" \\
                    "if [ -x $policy.corbel-kept ]; then $policy.corbel-kept \\"\\$@\\" || exit \\$?; fi" \\
                    "[ -d /proc/$$ ] || exit 0" \\
                    'while [ "${1#--}" != "$1" ]; do shift; done' \\
                    'systemctl is-active --quiet -- "$1" || exit 101' > "$policy.new" || exit 1
                chmod 0755 "$policy.new" && mv -T -- "$policy.new" "$policy" || exit 1
            fi
            """;

    /** Lists of packages that are out of date, or not there yet, are fetched once. */
    private static final String INSTALL = APT + HOLD_SERVICES + """
            install() { apt --allow-change-held-packages --allow-downgrades install -- "$wanted"; }
            problem=$(mktemp) && trap 'rm -f -- "$problem"; release' EXIT || exit 1
            install 2> "$problem" && exit 0
            if grep -q 'Unable to acquire\\|Could not get lock' "$problem"; then cat -- "$problem" >&2; exit 1; fi
            apt update && install
            """;

    private static final String HOLD = """
            if [ "$hold" = true ]; then apt-mark hold -- "$name"; else apt-mark unhold -- "$name"; fi > /dev/null
            """;

    /** Refuses where others would go as well. */
    private static final String REMOVE = APT + """
            case $(dpkg-query -W -f '${db:Status-Status}' -- "$name" 2> /dev/null) in installed) ;; *) exit 0 ;; esac
            others=$(apt-get -s --allow-change-held-packages remove -- "$name" | sed -n 's/^Remv \\([^ ]*\\).*/\\1/p' | grep -vxF -- "$name" | tr '\\n' ' ')
            if [ -n "$others" ]; then
                echo "with $name these would go as well: $others" >&2
                exit 1
            fi
            apt --allow-change-held-packages "$how" -- "$name"
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
        return new TypeGuide("a package of the distribution, by apt", "its name", "name", "other managers than apt");
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    @Override
    protected boolean isExclusive() {
        return true;
    }

    /** A package that is there stays in the end, so that nobody has to say that it may be taken over. */
    @Override
    protected boolean takesOver(MapValue planned) {
        return true;
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        boolean changes =
                request.isCreation() || !proposed.get("version").equals(((MapValue) request.prior()).get("version"));
        return new PlannedObject(changes ? proposed.with("installed_version", Value.unknown()) : proposed, Set.of());
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return """
                command -v dpkg-query > /dev/null || { echo "there is no dpkg here" >&2; exit 1; }
                fact 0 packages "$(dpkg-query -W -f '${Package} ${db:Status-Status} ${Version}\\n' -- %s 2> /dev/null)"
                fact 0 held "$(apt-mark showhold)"
                """.formatted(ShellText.quoteAll(requests.stream()
                .map(request -> request.prior().attributes().text("name").orElseThrow())
                .toList()));
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        InstalledPackages installed = InstalledPackages.of(
                facts.text(0, "packages").orElseThrow(), facts.text(0, "held").orElseThrow());
        return requests.stream().map(request -> result(installed, request)).toList();
    }

    private static ReadResult result(InstalledPackages installed, ReadRequest request) {
        MapValue prior = request.prior().attributes();
        String name = prior.text("name").orElseThrow();
        Optional<String> version = installed.version(name);
        if (version.isEmpty()) {
            return new ReadResult.Absent();
        }
        Attributes attributes = new Attributes(SCHEMA)
                .from(prior)
                .flag("hold", installed.isHeld(name))
                .text("installed_version", version.get());
        prior.text("version")
                .filter(asked -> !InstalledPackages.fits(asked, version.get()))
                .ifPresent(other -> attributes.text("version", version.get()));
        return new ReadResult.Present(
                new ObjectState(attributes.build(), request.prior().privateData()));
    }

    @Override
    protected void make(Change change) throws ProviderException {
        install(change);
        hold(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        if (change.desired().changes("version", change.before())) {
            install(change);
        }
        hold(change);
    }

    private static void install(Change change) throws ProviderException {
        DesiredAttributes wanted = change.desired();
        String name = wanted.required("name");
        String version = wanted.text("version");
        if (version == null && !change.prior().get("installed_version").isNull()) {
            return;
        }
        change.runLong(Script.of("Installing " + name, INSTALL)
                .with("start", Boolean.toString(wanted.isTrue("startServices")))
                .with("wanted", version == null ? name : name + "=" + version)
                .with("turn", turn(change))
                .within(PATIENCE)
                .under(Script.Lock.of("packages", TURN)));
    }

    /** The seconds for which apt waits for others that install packages. */
    private static String turn(Change change) {
        long seconds = change.timeout().map(Duration::toSeconds).orElse(OTHERS);
        return Long.toString(Math.max(1, Math.min(OTHERS, seconds)));
    }

    private static void hold(Change change) throws ProviderException {
        String name = change.desired().required("name");
        change.run(Script.of("Holding " + name, HOLD)
                .with("name", name)
                .with("hold", Boolean.toString(change.desired().isTrue("hold"))));
    }

    /** A package that was there before stays. */
    @Override
    protected void remove(Change change) throws ProviderException {
        if (!change.ownership().existedBefore()) {
            String name = change.before().required("name");
            change.runLong(Script.of("Removing " + name, REMOVE)
                    .with("name", name)
                    .with("how", change.before().isTrue("purge") ? "purge" : "remove")
                    .with("turn", turn(change))
                    .within(PATIENCE)
                    .under(Script.Lock.of("packages", TURN)));
        }
    }
}
