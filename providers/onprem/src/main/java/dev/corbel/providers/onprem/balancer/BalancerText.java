package dev.corbel.providers.onprem.balancer;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of HAProxy for one app. */
final class BalancerText {
    private BalancerText() {}

    static String of(DesiredAttributes balancer) {
        String name = balancer.required("name");
        List<String> lines = new ArrayList<>();
        lines.add("# Made by Corbel; a change by hand is put back.");
        lines.add("frontend " + name);
        lines.add("    mode http");
        String certificate = balancer.text("certificate");
        lines.add("    bind :" + number(balancer, "port") + (certificate == null ? "" : " ssl crt " + certificate));
        lines.add("    timeout client 60s");
        lines.add("    http-request set-header X-Forwarded-For %[src]");
        lines.add("    http-request set-header X-Forwarded-Proto " + (certificate == null ? "http" : "https"));
        lines.add("    default_backend " + name);
        lines.add("");
        lines.add("backend " + name);
        lines.add("    mode http");
        lines.add("    balance leastconn");
        lines.add("    timeout connect 2s");
        lines.add("    timeout queue 10s");
        lines.add("    timeout server " + number(balancer, "requestSeconds") + "s");
        lines.add("    option httpchk GET " + balancer.required("checkPath"));
        lines.add("    http-check expect status 200");
        lines.add("    option redispatch 1");
        lines.add("    retries 3");
        lines.add("    retry-on conn-failure empty-response");
        boolean isSticky = balancer.isTrue("stickySessions");
        if (isSticky) {
            lines.add("    cookie CORBEL insert indirect nocache httponly" + (certificate == null ? "" : " secure"));
        }
        // A request to a server that is gone ends with it, not with the time that a server may take to answer.
        lines.add("    default-server inter " + number(balancer, "checkSeconds")
                + "s fall 2 rise 2 on-marked-down shutdown-sessions");
        balancer.blocks("server").forEach(server -> lines.add(server(server, isSticky)));
        return String.join("\n", lines) + "\n";
    }

    private static String server(DesiredAttributes server, boolean isSticky) {
        String name = server.required("name");
        Integer agent = server.number("agentPort");
        return "    server %s %s:%d check".formatted(name, server.required("address"), number(server, "port"))
                + (isSticky ? " cookie " + name : "")
                + (agent == null ? "" : " agent-check agent-port " + agent + " agent-inter 500ms");
    }

    private static int number(DesiredAttributes attributes, String name) {
        return Optional.ofNullable(attributes.number(name)).orElseThrow();
    }
}
