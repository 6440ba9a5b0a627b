package dev.corbel.providers.onprem.unit;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The unit of an {@code onprem_container}: {@code podman run} in the foreground of systemd's eyes, inside the unit's cgroup.
 * Variables come from the unit's environment by their names, so that no value is in a command line.
 */
final class ContainerText extends ServiceText {
    private static final int STOP_SECONDS = 10;

    /** What Podman itself may take to remove a container. */
    private static final int REMOVE_SECONDS = 20;

    private final DesiredAttributes container;

    ContainerText(DesiredAttributes container) {
        super(container);
        this.container = container;
    }

    /** The name that Podman has for the container of a name. */
    static String podmanName(String name) {
        return "corbel-" + name;
    }

    @Override
    String unit() {
        int stopSeconds = Optional.ofNullable(container.number("stopSeconds")).orElse(STOP_SECONDS);
        String own = podmanName(name());
        List<String> lines = new ArrayList<>(head());
        lines.add("");
        lines.add("[Service]");
        lines.add("Type=notify");
        lines.add("NotifyAccess=all");
        lines.add("Delegate=yes");
        lines.add("ExecStart=" + commandLine(run(own)));
        lines.add("ExecStop=/usr/bin/podman stop --ignore --time " + stopSeconds + " " + own);
        lines.add("ExecStopPost=-/usr/bin/podman rm --force --ignore " + own);
        variables(lines);
        lines.add("KillMode=mixed");
        lines.add("TimeoutStopSec=" + (stopSeconds + REMOVE_SECONDS));
        // What Java and others end with when they are told to.
        lines.add("SuccessExitStatus=143");
        lines.add("Restart=on-failure");
        lines.add("RestartSec=1");
        lines.add("");
        lines.add("[Install]");
        lines.add("WantedBy=multi-user.target");
        return String.join("\n", lines) + "\n";
    }

    private List<String> run(String own) {
        List<String> words = new ArrayList<>(List.of(
                "/usr/bin/podman",
                "run",
                "--name=" + own,
                "--replace",
                "--rm",
                "--detach",
                "--sdnotify=conmon",
                "--cgroups=split",
                "--log-driver=passthrough",
                "--pull=never"));
        Optional.ofNullable(container.text("network")).ifPresent(network -> words.add("--network=" + network));
        container.texts("publish").forEach(ports -> words.add("--publish=" + ports));
        container.texts("volumes").forEach(folders -> words.add("--volume=" + folders));
        Optional.ofNullable(container.text("user")).ifPresent(user -> words.add("--user=" + user));
        Optional.ofNullable(container.longNumber("memory")).ifPresent(bytes -> {
            words.add("--memory=" + bytes);
            words.add("--memory-swap=" + bytes);
        });
        Optional.ofNullable(container.decimal("cpu"))
                .ifPresent(
                        cpus -> words.add("--cpus=" + BigDecimal.valueOf(cpus).toPlainString()));
        container.map("environment").keySet().forEach(name -> words.add("--env=" + name));
        if (hasSecrets()) {
            words.add("--env-file=" + namesFile());
        }
        words.add(container.required("image"));
        words.addAll(container.texts("command"));
        return words;
    }
}
