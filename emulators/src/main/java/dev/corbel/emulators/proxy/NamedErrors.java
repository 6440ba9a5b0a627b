package dev.corbel.emulators.proxy;

import java.io.IOException;
import java.util.List;

/**
 * An emulator that lacks a call, or fails in one, answers a page of HTML. Clients take that for a failure of the service
 * and ask again and again; this says what it is.
 */
final class NamedErrors implements Layer {
    static final String CODE = "EmulatorGap";

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        ProxyResponse response = next.ask(request);
        boolean html = response.headers().getOrDefault("content-type", List.of()).stream()
                .anyMatch(type -> type.startsWith("text/html"));
        boolean failed = response.status() >= 500 && html;
        return failed || response.status() == 501
                ? ProxyResponse.error(request, 400, CODE, "The emulator has no " + request.call() + ", or fails in it.")
                : response;
    }
}
