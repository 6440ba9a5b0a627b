package dev.corbel.providers.onprem.unit;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import dev.corbel.providers.onprem.host.ShellText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code onprem_container}: a container that Podman runs as a service of systemd. */
public final class OnpremContainer extends ServiceType {
    public static final String TYPE = "onprem_container";
    private static final String DIGEST = "image_digest";
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Podman's own, which come from the variables of the unit that starts it. */
    private static final String NAME = "(?!PATH$|LD_)[A-Za-z_][A-Za-z0-9_]*";

    /** An image that the host has is taken; the names of those that were pulled are kept, so that they go some day. */
    private static final String PULL = """
            command -v podman > /dev/null || { echo "there is no podman on this host; onprem_package installs it" >&2; exit 1; }
            podman image exists "$image" && exit 0
            podman pull --quiet -- "$image" > /dev/null || exit 1
            mkdir -p -m 0755 /var/lib/corbel && mkdir -p -m 0700 /var/lib/corbel/images || exit 1
            printf '%s\\n' "$image" >> "/var/lib/corbel/images/$name"
            """;

    /** Keeps the image in use and the one before it, where they were pulled; those that others use stay anyway. */
    private static final String PRUNE = """
            list=/var/lib/corbel/images/$name
            [ -f "$list" ] || exit 0
            if [ -n "$image" ]; then
                { grep -vxF -- "$image" "$list"; grep -m 1 -xF -- "$image" "$list"; } > "$list.new"
                keep=2
            else
                cp -- "$list" "$list.new" || exit 1
                keep=0
            fi
            head -n "-$keep" "$list.new" | while IFS= read -r old; do podman rmi -- "$old" > /dev/null 2>&1; done
            if [ "$keep" = 0 ]; then
                rm -f -- "$list" "$list.new"
            else
                tail -n "$keep" "$list.new" > "$list" && rm -f -- "$list.new"
            fi
            """;

    public OnpremContainer() {
        super(TYPE, ServiceSchema.ofContainer());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a container that Podman runs as a service of systemd",
                "none",
                "name",
                "pods, registries with a password");
    }

    @Override
    ServiceText text(DesiredAttributes container) {
        return new ContainerText(container);
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>(super.validate(configuration));
        DesiredAttributes container = new DesiredAttributes(configuration);
        List<String> names = new ArrayList<>(container.map("environment").keySet());
        names.addAll(container.map("secretEnvironment").keySet());
        names.stream()
                .filter(name -> !name.matches(NAME))
                .map(name -> Diagnostic.error(
                                "A container cannot be given the variable " + name,
                                "Podman gets the variables by their names, and would use this one itself.")
                        .withHint("Set it in the image."))
                .forEach(problems::add);
        container.texts("publish").stream()
                .filter(ports -> !ports.matches("([0-9a-fA-F.:\\[\\]]+:)?\\d{1,5}:\\d{1,5}(/(tcp|udp))?"))
                .map(ports -> Diagnostic.error(
                        "\"%s\" are no ports of a host and a container".formatted(ports),
                        "Write them as 9090:8080, or 127.0.0.1:9090:8080."))
                .forEach(problems::add);
        container.texts("volumes").stream()
                .filter(folders -> !folders.matches("/[^:,]*:/[^:,]*(:[a-zA-Z,]+)?"))
                .map(folders -> Diagnostic.error(
                        "\"%s\" are no folders of a host and a container".formatted(folders),
                        "Write them as /srv/data:/data, or /srv/data:/data:ro."))
                .forEach(problems::add);
        if ("host".equals(container.text("network"))
                && !container.texts("publish").isEmpty()) {
            problems.add(Diagnostic.error(
                    "A container in the host's network publishes no ports",
                    "It listens on them itself: leave out publish."));
        }
        return problems;
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        PlannedObject planned = super.plan(request);
        MapValue attributes = planned.attributes();
        return attributes.get("sub_state").isUnknown()
                ? new PlannedObject(attributes.with(DIGEST, Value.unknown()), planned.replacedFor())
                : planned;
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return super.fragment(requests)
                + """
                if command -v podman > /dev/null; then
                    fact 0 digests "$(podman container inspect --format '{{.Name}} {{.ImageDigest}}' -- %s 2> /dev/null)"
                fi
                """.formatted(ShellText.quoteAll(requests.stream()
                        .map(request -> ContainerText.podmanName(
                                request.prior().attributes().text("name").orElseThrow()))
                        .toList()));
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Map<String, String> digests = new HashMap<>();
        Facts.of(output).text(0, "digests").orElse("").lines().forEach(line -> {
            List<String> parts = List.of(line.split(" ", 2));
            digests.put(parts.get(0), parts.get(parts.size() - 1));
        });
        return super.parse(output, requests).stream()
                .map(result -> result instanceof ReadResult.Present present ? withDigest(present, digests) : result)
                .toList();
    }

    private static ReadResult withDigest(ReadResult.Present present, Map<String, String> digests) {
        MapValue attributes = present.object().attributes();
        String own = ContainerText.podmanName(attributes.text("name").orElseThrow());
        return new ReadResult.Present(new ObjectState(
                attributes.with(DIGEST, Value.of(digests.getOrDefault(own, ""))),
                present.object().privateData()));
    }

    @Override
    void fetch(Change change) throws ProviderException {
        String image = change.desired().required("image");
        change.runLong(Script.of("Fetching the image " + image, PULL)
                .with("image", image)
                .with("name", change.desired().required("name"))
                .within(PATIENCE)
                .under(Script.Lock.NONE));
    }

    @Override
    void tidy(Change change) throws ProviderException {
        boolean isGone = change.planned().entries().isEmpty();
        String name = (isGone ? change.before() : change.desired()).required("name");
        change.run(Script.of("Removing images of " + name, PRUNE)
                .with("name", name)
                .with("image", isGone ? "" : change.desired().required("image")));
    }
}
