package dev.corbel.emulators.proxy;

import java.io.IOException;

/** Lets a number of calls to a service that change something through, and refuses all others: as if the caller had died. */
final class Breakdown implements Layer {
    private String service = "";
    private int left;

    synchronized void after(String brokenService, int calls) {
        service = brokenService;
        left = calls;
    }

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        return isRefused(request.call())
                ? ProxyResponse.error(request, 400, "AccessDeniedException", "The service takes no more changes.")
                : next.ask(request);
    }

    private synchronized boolean isRefused(ApiCall call) {
        if (!call.service().equals(service)
                || call.operation().startsWith("Describe")
                || call.operation().startsWith("List")) {
            return false;
        }
        left--;
        return left < 0;
    }

    @Override
    public synchronized void reset() {
        service = "";
    }
}
