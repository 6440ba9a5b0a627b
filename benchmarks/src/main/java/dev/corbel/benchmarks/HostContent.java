package dev.corbel.benchmarks;

import dev.corbel.emulators.hosts.TestHost;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What each host has, for Corbel and for Ansible: 40 objects, each a resource here and a task there. */
final class HostContent {
    /** As many on each host. */
    static final int SIZE = 40;

    private static final List<String> PACKAGES = List.of("curl", "haproxy", "nftables", "chrony");
    private static final int FOLDERS = 8;
    private static final int FILES = 20;
    private static final int ACCOUNTS = 2;
    private static final int NAMES = 2;

    private HostContent() {}

    /** How Corbel reaches hosts: a configuration of the provider for each. */
    static String providers(Collection<TestHost> hosts) {
        return hosts.stream()
                .map(host ->
                        """
                        provider('onprem', alias: '%1$s') {
                            name = '%1$s'
                            address = '%2$s'
                            user = '%3$s'
                            hostKey = '%4$s'
                            identityFile = '%5$s'
                        }
                        """.formatted(host.name(), host.address(), host.user(), host.hostKey(), host.identityFile()))
                .collect(Collectors.joining());
    }

    /** The definition of all hosts. */
    static String corbel(Collection<TestHost> hosts) {
        StringBuilder text = new StringBuilder(providers(hosts));
        for (TestHost host : hosts) {
            String name = host.name();
            PACKAGES.forEach(one -> resource(text, name, "package", one, "name = '" + one + "'"));
            each(ACCOUNTS, i -> resource(text, name, "group", "crew" + i, "name = 'crew%d'".formatted(i)));
            each(
                    ACCOUNTS,
                    i -> resource(
                            text,
                            name,
                            "user",
                            "worker" + i,
                            "name = 'worker%1$d'; groups = ['crew%1$d']; dependsOn = [onprem_group.%2$s_crew%1$d]"
                                    .formatted(i, name)));
            each(FOLDERS, i -> resource(text, name, "directory", "folder" + i, "path = '/srv/folder%d'".formatted(i)));
            each(
                    FILES,
                    i -> resource(
                            text,
                            name,
                            "file",
                            "file" + i,
                            "path = '/etc/file%1$d.conf'; content = 'setting %1$d\\n'; mode = '0640'".formatted(i)));
            each(
                    NAMES,
                    i -> resource(
                            text,
                            name,
                            "hosts_entry",
                            "peer" + i,
                            "name = 'peer%1$d.example'; address = '192.0.2.%1$d'".formatted(i)));
            resource(
                    text,
                    name,
                    "systemd_unit",
                    "worker",
                    "name = 'worker.service'; content = '%s'".formatted(unit().replace("\n", "\\n")));
            resource(
                    text,
                    name,
                    "command",
                    "note",
                    "name = 'note'; apply = 'touch /srv/note'; check = '[ -e /srv/note ]'");
        }
        return text.toString();
    }

    /** Small files on one host, as many as asked for. */
    static String files(TestHost host, int count) {
        StringBuilder text = new StringBuilder(providers(List.of(host)));
        each(
                count,
                i -> resource(
                        text,
                        host.name(),
                        "file",
                        "file" + i,
                        "path = '/etc/many-%1$d.conf'; content = 'setting %1$d\\n'".formatted(i)));
        return text.toString();
    }

    private static void resource(StringBuilder text, String host, String type, String label, String body) {
        text.append("resource('onprem_%s', '%s_%s') { provider = 'onprem.%2$s'; %4$s }\n"
                .formatted(type, host, label, body));
    }

    private static void each(int count, java.util.function.IntConsumer action) {
        IntStream.rangeClosed(1, count).forEach(action);
    }

    private static String unit() {
        return "[Service]\nExecStart=/bin/sleep infinity\n[Install]\nWantedBy=multi-user.target\n";
    }

    /** The playbook. */
    static String ansible() {
        StringBuilder text = new StringBuilder("- hosts: all\n  become: true\n  tasks:\n");
        PACKAGES.forEach(one -> task(text, "apt", "name: " + one));
        each(ACCOUNTS, i -> task(text, "group", "name: crew" + i));
        each(ACCOUNTS, i -> task(text, "user", "name: worker%1$d, groups: [crew%1$d]".formatted(i)));
        each(FOLDERS, i -> task(text, "file", "path: /srv/folder%d, state: directory, mode: '0755'".formatted(i)));
        each(
                FILES,
                i -> task(
                        text,
                        "copy",
                        "dest: /etc/file%1$d.conf, content: \"setting %1$d\\n\", mode: '0640'".formatted(i)));
        each(
                NAMES,
                i -> task(
                        text, "lineinfile", "path: /etc/hosts, line: \"192.0.2.%1$d peer%1$d.example\"".formatted(i)));
        task(
                text,
                "copy",
                "dest: /etc/systemd/system/worker.service, content: \"%s\"".formatted(unit().replace("\n", "\\n")));
        task(text, "systemd_service", "name: worker, enabled: true, state: started, daemon_reload: true");
        return text.toString();
    }

    private static void task(StringBuilder text, String module, String arguments) {
        text.append("    - ansible.builtin.%s: {%s}\n".formatted(module, arguments));
    }

    /** The inventory of Ansible. */
    static String inventory(Collection<TestHost> hosts) {
        return hosts.stream()
                .map(host ->
                        "%s ansible_host=%s ansible_user=%s ansible_ssh_private_key_file=%s ansible_python_interpreter=/usr/bin/python3%n"
                                .formatted(host.name(), host.address(), host.user(), host.identityFile()))
                .collect(Collectors.joining());
    }
}
