package dev.corbel.providers.onprem.balancer;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import dev.corbel.providers.onprem.host.ShellText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@code onprem_drain}: the agent that a balancer asks whether a service of this host takes new clients. A restart of the
 * service puts a mark that makes it answer no; one that a killed run left is {@code active} and is taken away.
 */
public final class OnpremDrain extends HostType {
    public static final String TYPE = "onprem_drain";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching("[a-z0-9][a-z0-9_-]*", "the name of a service"))
                    .describedAs("The service."))
            .attribute(Attribute.required("port", Type.NUMBER)
                    .validatedBy(Validation.between(1, 65535))
                    .describedAs("The port that the agent listens on, which the balancer alone should reach."))
            .attribute(Attribute.optional("active", Type.BOOLEAN)
                    .defaultsTo(Value.of(false))
                    .describedAs("Whether clients are sent elsewhere now."))
            .attribute(Attribute.computed("state", Type.STRING)
                    .describedAs("`listening`, unless somebody changed or stopped the agent."))
            .build();

    private static final String LISTENING = "listening";

    private static final String SOCKET = """
            # Made by Corbel; a change by hand is put back.
            [Unit]
            Description=Tells balancers whether %1$s takes clients

            [Socket]
            ListenStream=%2$d
            Accept=yes
            TriggerLimitIntervalSec=0

            [Install]
            WantedBy=sockets.target
            """;

    private static final String SERVICE = """
            # Made by Corbel; a change by hand is put back.
            [Unit]
            Description=Tells a balancer whether %1$s takes clients
            CollectMode=inactive-or-failed

            [Service]
            ExecStart=/bin/sh -c 'if [ -e /run/corbel/drain/%1$s ]; then echo drain; else echo up ready; fi'
            StandardInput=socket
            StandardOutput=socket
            DynamicUser=yes
            LogLevelMax=warning
            """;

    private static final String UNITS = """
            socket=corbel-drain-$name.socket
            service=corbel-drain-$name@.service
            """;

    private static final String BRING = UNITS + """
            cd /etc/systemd/system || exit 1
            if [ "$(cat -- "$socket" "$service" 2> /dev/null)" != "$(printf '%s%s' "$sockettext" "$servicetext")" ]; then
                printf '%s' "$servicetext" > "$service" && printf '%s' "$sockettext" > "$socket" || exit 1
                chmod 0644 "$service" "$socket" && systemctl daemon-reload || exit 1
                systemctl stop -- "$socket" 2> /dev/null
            fi
            systemctl enable --quiet --now -- "$socket" || exit 1
            if [ "$active" = true ]; then
                mkdir -p -m 0755 /run/corbel && mkdir -p -m 0755 /run/corbel/drain && : > "/run/corbel/drain/$name"
            else
                rm -f -- "/run/corbel/drain/$name"
            fi
            """;

    private static final String REMOVE = UNITS + """
            systemctl disable --quiet --now -- "$socket" 2> /dev/null
            rm -f -- "/etc/systemd/system/$socket" "/etc/systemd/system/$service" "/run/corbel/drain/$name" || exit 1
            systemctl daemon-reload
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
                "the agent that tells a balancer whether a service takes clients", "its service", "name", "");
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        return new PlannedObject(request.proposed().with("state", Value.of(LISTENING)), Set.of());
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        StringBuilder script = new StringBuilder("cd /etc/systemd/system || exit 1\n");
        for (int i = 0; i < requests.size(); i++) {
            script.append("name=")
                    .append(ShellText.quote(key(requests.get(i))))
                    .append('\n')
                    .append(UNITS);
            script.append("""
                    if [ -f "$socket" ]; then
                        text=$(cat -- "$socket" "$service"; echo .)
                        fact %1$d text "${text%%.}"
                        if systemctl is-active --quiet -- "$socket"; then fact %1$d up yes; fi
                        if [ -e "/run/corbel/drain/$name" ]; then fact %1$d mark yes; fi
                    else
                        fact %1$d absent yes
                    fi
                    """.formatted(i));
        }
        return script.append(":\n").toString();
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        return IntStream.range(0, requests.size())
                .mapToObj(i -> result(facts, i, requests.get(i)))
                .toList();
    }

    private static ReadResult result(Facts facts, int number, ReadRequest request) {
        if (facts.text(number, "absent").isPresent()) {
            return new ReadResult.Absent();
        }
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        String text = facts.text(number, "text").orElseThrow();
        Integer port = Optional.ofNullable(prior.number("port"))
                .or(() -> listening(text))
                .orElse(null);
        boolean isAsWritten = port != null
                && facts.text(number, "up").isPresent()
                && text.equals(texts(prior.required("name"), port));
        return new ReadResult.Present(new ObjectState(
                new Attributes(SCHEMA)
                        .from(request.prior().attributes())
                        .number("port", isAsWritten ? port : listening(text).orElse(null))
                        .text("state", isAsWritten ? LISTENING : "changed")
                        .flag("active", facts.text(number, "mark").isPresent())
                        .build(),
                request.prior().privateData()));
    }

    /** The port that somebody else wrote; empty where the agent is not as it was, but for its port. */
    private static Optional<Integer> listening(String text) {
        return text.lines()
                .filter(line -> line.matches("ListenStream=\\d{1,5}"))
                .map(line -> Integer.valueOf(line.substring("ListenStream=".length())))
                .findFirst();
    }

    private static String texts(String name, int port) {
        return SOCKET.formatted(name, port) + SERVICE.formatted(name);
    }

    private static String key(ReadRequest request) {
        return request.prior().attributes().text("name").orElseThrow();
    }

    @Override
    protected void make(Change change) throws ProviderException {
        change(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        String name = change.desired().required("name");
        int port = Optional.ofNullable(change.desired().number("port")).orElseThrow();
        change.run(Script.of("Setting up the agent of " + name, BRING)
                .with("name", name)
                .with("sockettext", SOCKET.formatted(name, port))
                .with("servicetext", SERVICE.formatted(name))
                .with("active", Boolean.toString(change.desired().isTrue("active"))));
    }

    @Override
    protected void remove(Change change) throws ProviderException {
        String name = change.before().required("name");
        change.run(Script.of("Removing the agent of " + name, REMOVE).with("name", name));
    }
}
