package dev.corbel.providers.onprem.balancer;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import dev.corbel.providers.onprem.unit.Configuration;
import dev.corbel.providers.onprem.unit.UnitFacts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code onprem_haproxy}: an app's part of the balancer of a host, in a file of its own beside the package's settings. A part
 * that HAProxy refuses changes nothing.
 */
public final class OnpremHaproxy extends HostType {
    public static final String TYPE = "onprem_haproxy";
    private static final String UNIT = "haproxy.service";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Schema SCHEMA = BalancerSchema.of();

    private static final String FOLDER = """
            folder=/etc/haproxy/corbel.d
            dropin=/etc/systemd/system/haproxy.service.d/corbel.conf
            """;

    /** Checks all parts with the new one in place of the old, and takes them by a reload, which loses no request. */
    private static final String BRING = FOLDER + """
            command -v haproxy > /dev/null || { echo "there is no haproxy on this host" >&2; exit 1; }
            mkdir -p -m 0755 "$folder" || exit 1
            taken=$(grep -l -E "^    bind :$port( |\\$)" "$folder"/*.cfg 2> /dev/null | grep -v -x -F "$folder/$name.cfg")
            if [ -n "$taken" ]; then echo "the port $port is taken by $taken" >&2; exit 1; fi
            trial=$(mktemp -d) && trap 'rm -rf "$trial"' EXIT || exit 1
            cp -- "$folder"/*.cfg "$trial" 2> /dev/null
            printf '%s' "$text" > "$trial/$name.cfg" || exit 1
            if ! said=$(haproxy -c -f /etc/haproxy/haproxy.cfg -f "$trial" 2>&1); then
                printf '%s\\n' "$said" | sed "s|$trial|$folder|g" >&2
                exit 1
            fi
            if [ ! -e "$dropin" ]; then
                mkdir -p "$(dirname "$dropin")" || exit 1
                printf '[Service]\\nEnvironment="EXTRAOPTS=-S /run/haproxy-master.sock -f %s"\\n' "$folder" > "$dropin" || exit 1
                systemctl daemon-reload
                how=restart
            else
                how=reload-or-restart
            fi
            chmod 0644 "$trial/$name.cfg" && cp -- "$trial/$name.cfg" "$folder/.$name.new" && sync "$folder/.$name.new" || exit 1
            mv -T -- "$folder/.$name.new" "$folder/$name.cfg" || exit 1
            systemctl enable --quiet haproxy || exit 1
            if ! systemctl "$how" haproxy; then journalctl --no-pager -q -n 20 -u haproxy -o cat >&2; exit 1; fi
            mkdir -p -m 0755 /run/corbel && mkdir -p /run/corbel/effect
            printf '%s %s\\n' "$configuration" "$(systemctl show -p InvocationID --value haproxy)" > "/run/corbel/effect/$effect"
            """;

    private static final String REMOVE = FOLDER + """
            [ -e "$folder/$name.cfg" ] || exit 0
            rm -f -- "$folder/$name.cfg" "/run/corbel/effect/$effect" || exit 1
            if rmdir -- "$folder" 2> /dev/null; then
                rm -f -- "$dropin" && { rmdir -- "$(dirname "$dropin")" 2> /dev/null || :; }
                systemctl daemon-reload
                systemctl is-active --quiet haproxy && systemctl restart haproxy
            else
                systemctl is-active --quiet haproxy && systemctl reload haproxy
            fi
            :
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
        return new TypeGuide(
                "an app's part of the balancer HAProxy",
                "its name",
                "name",
                "several apps on one port, TCP, client certificates");
    }

    @Override
    protected boolean isImportable() {
        return false;
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        boolean isKnown = proposed.with("configuration", Value.ofNull()).isWhollyKnown();
        Value configuration = isKnown ? Value.of(configuration(new DesiredAttributes(proposed))) : Value.unknown();
        return new PlannedObject(proposed.with("configuration", configuration), Set.of());
    }

    private static String configuration(DesiredAttributes balancer) {
        return Configuration.of(BalancerText.of(balancer), balancer.texts("restartOn"));
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return UnitFacts.fragment(requests.stream().map(OnpremHaproxy::question).toList());
    }

    private static UnitFacts.Question question(ReadRequest request) {
        DesiredAttributes balancer = new DesiredAttributes(request.prior().attributes());
        return new UnitFacts.Question(
                UNIT,
                effect(balancer.required("name")),
                "/etc/haproxy/corbel.d/" + balancer.required("name") + ".cfg",
                balancer.texts("restartOn"));
    }

    private static String effect(String name) {
        return UNIT + "-" + name;
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        UnitFacts facts = new UnitFacts(Facts.of(output));
        return requests.stream().map(request -> result(facts, request)).toList();
    }

    private static ReadResult result(UnitFacts facts, ReadRequest request) {
        MapValue prior = request.prior().attributes();
        UnitFacts.Question question = question(request);
        Optional<String> text = facts.text(question);
        if (text.isEmpty()) {
            return new ReadResult.Absent();
        }
        boolean isAsWritten =
                !prior.get("port").isNull() && text.get().equals(BalancerText.of(new DesiredAttributes(prior)));
        return new ReadResult.Present(new ObjectState(
                new Attributes(SCHEMA)
                        .from(prior)
                        .text("configuration", isAsWritten ? facts.configuration(question) : Configuration.DUE)
                        .build(),
                request.prior().privateData()));
    }

    @Override
    protected void make(Change change) throws ProviderException {
        change(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        DesiredAttributes balancer = change.desired();
        String name = balancer.required("name");
        change.run(Script.of("Setting up the balancer of " + name, BRING)
                .with("name", name)
                .with("port", String.valueOf(balancer.number("port")))
                .with("text", BalancerText.of(balancer))
                .with("configuration", configuration(balancer))
                .with("effect", effect(name))
                .within(PATIENCE));
    }

    @Override
    protected void remove(Change change) throws ProviderException {
        String name = change.before().required("name");
        change.run(Script.of("Removing the balancer of " + name, REMOVE)
                .with("name", name)
                .with("effect", effect(name))
                .within(PATIENCE));
    }
}
