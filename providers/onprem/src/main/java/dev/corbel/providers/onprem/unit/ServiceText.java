package dev.corbel.providers.onprem.unit;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The unit and the files of variables that a service is made of. */
class ServiceText {
    /** The folder of the files with variables, which root alone may read. */
    static final String FOLDER = "/etc/corbel/services";

    private static final int PERCENT = 100;

    private final DesiredAttributes service;
    private final String name;

    ServiceText(DesiredAttributes service) {
        this.service = service;
        this.name = service.required("name");
    }

    String name() {
        return name;
    }

    static String unit(String name) {
        return name + ".service";
    }

    String variablesFile() {
        return FOLDER + "/" + name + ".env";
    }

    String secretsFile() {
        return FOLDER + "/" + name + ".secret.env";
    }

    /** The names of the secret variables, which are no secrets themselves. */
    String namesFile() {
        return FOLDER + "/" + name + ".secret.names";
    }

    boolean hasSecrets() {
        return service.has("secretVersion");
    }

    String variables() {
        return variables(service.map("environment"));
    }

    /** Assignments as systemd reads them, one a line, in one order. */
    static String variables(Map<String, String> variables) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(variables).forEach((key, value) -> text.append(key)
                .append("=\"")
                .append(value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("$", "\\$")
                        .replace("`", "\\`"))
                .append("\"\n"));
        return text.toString();
    }

    /** The revisions of all that the service reads. */
    List<String> revisions() {
        List<String> revisions = new ArrayList<>(service.texts("restartOn"));
        revisions.add(variablesFile() + "@" + Body.of(variables()).sha256());
        if (hasSecrets()) {
            revisions.add("secret@" + service.longNumber("secretVersion"));
        }
        return revisions;
    }

    String configuration() {
        return Configuration.of(unit(), revisions());
    }

    String unit() {
        List<String> lines = new ArrayList<>(head());
        lines.add("");
        lines.add("[Service]");
        program(lines);
        limits(lines);
        lines.add("Restart=on-failure");
        lines.add("RestartSec=1");
        sandbox(lines);
        lines.add("");
        lines.add("[Install]");
        lines.add("WantedBy=multi-user.target");
        return String.join("\n", lines) + "\n";
    }

    /** The unit of a program that a timer starts, and that ends by itself. */
    String oneshot() {
        List<String> lines = new ArrayList<>(head());
        lines.add("");
        lines.add("[Service]");
        lines.add("Type=oneshot");
        program(lines);
        limits(lines);
        sandbox(lines);
        return String.join("\n", lines) + "\n";
    }

    final List<String> head() {
        return List.of(
                "# Made by Corbel; a change by hand is put back.",
                "[Unit]",
                "Description=" + name,
                "After=network-online.target",
                "Wants=network-online.target");
    }

    private void program(List<String> lines) {
        lines.add("ExecStart=" + commandLine(service.texts("command")));
        String user = service.text("user");
        if (user == null) {
            lines.add("DynamicUser=yes");
        } else {
            lines.add("User=" + user);
        }
        lines.add("StateDirectory=" + name);
        String folder = service.text("workingDirectory");
        lines.add("WorkingDirectory=" + (folder == null ? "%S/" + name : escaped(folder)));
        variables(lines);
    }

    final void variables(List<String> lines) {
        lines.add("EnvironmentFile=" + variablesFile());
        if (hasSecrets()) {
            lines.add("EnvironmentFile=" + secretsFile());
        }
    }

    private void sandbox(List<String> lines) {
        lines.add("NoNewPrivileges=yes");
        lines.add("PrivateTmp=yes");
        lines.add("PrivateDevices=yes");
        lines.add("ProtectHome=yes");
        lines.add("ProtectSystem=strict");
        service.texts("readWritePaths").forEach(path -> lines.add("ReadWritePaths=" + escaped(path)));
    }

    private void limits(List<String> lines) {
        Long memory = service.longNumber("memory");
        if (memory != null) {
            lines.add("MemoryMax=" + memory);
            lines.add("MemorySwapMax=0");
        }
        Double cpu = service.decimal("cpu");
        if (cpu != null) {
            lines.add("CPUQuota=" + Math.round(cpu * PERCENT) + "%");
        }
        Integer seconds = service.number("stopSeconds");
        if (seconds != null) {
            lines.add("TimeoutStopSec=" + seconds);
        }
    }

    /** Words as systemd reads them, each as it is. */
    static String commandLine(List<String> words) {
        return String.join(
                " ",
                words.stream()
                        .map(word -> '"'
                                + word.replace("\\", "\\\\")
                                        .replace("\"", "\\\"")
                                        .replace("$", "$$")
                                        .replace("%", "%%")
                                + '"')
                        .toList());
    }

    private static String escaped(String path) {
        return path.replace("%", "%%");
    }
}
