package dev.corbel.emulators.proxy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Throttles, fails after the deed, and loses answers, as {@link Faults} says. */
final class FaultInjector implements Layer {
    private final Map<ApiCall, Integer> numbers = new HashMap<>();
    private volatile Faults faults = Faults.NONE;

    void set(Faults next) {
        faults = next;
    }

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        Faults now = faults;
        double share = Digest.share(now.seed() + " " + request.call() + " " + number(request.call()));
        if (share < now.throttled()) {
            return throttled(request);
        }
        ProxyResponse response = next.ask(request);
        if (share < now.throttled() + now.failedAfterwards()) {
            return ProxyResponse.error(
                    request,
                    500,
                    request.call().service().equals("ec2") ? "InternalError" : "InternalFailure",
                    "Injected.");
        }
        return share < now.throttled() + now.failedAfterwards() + now.lost() ? ProxyResponse.LOST : response;
    }

    private synchronized int number(ApiCall call) {
        return numbers.merge(call, 1, Integer::sum);
    }

    private static ProxyResponse throttled(ProxyRequest request) {
        return switch (request.call().service()) {
            case "ec2" -> ProxyResponse.error(request, 503, "RequestLimitExceeded", "Injected: too many calls.");
            case "s3" -> ProxyResponse.error(request, 503, "SlowDown", "Injected: too many calls.");
            default ->
                ProxyResponse.error(
                        request,
                        400,
                        request.header("content-type").contains("form-urlencoded")
                                ? "Throttling"
                                : "ThrottlingException",
                        "Injected: too many calls.");
        };
    }

    @Override
    public synchronized void reset() {
        numbers.clear();
        faults = Faults.NONE;
    }
}
