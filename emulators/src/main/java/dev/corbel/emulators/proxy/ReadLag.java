package dev.corbel.emulators.proxy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides new objects of EC2 from the first reads that name them: EC2 says that there is no such object, or, asked through
 * a filter, finds none.
 */
final class ReadLag implements Layer {
    private static final Pattern ID = Pattern.compile("(vpc|subnet|igw|rtb|sg|nat|eipalloc)-[0-9a-f]{8,17}");

    private static final Map<String, String> NOT_FOUND = Map.of(
            "vpc", "InvalidVpcID.NotFound",
            "subnet", "InvalidSubnetID.NotFound",
            "igw", "InvalidInternetGatewayID.NotFound",
            "rtb", "InvalidRouteTableID.NotFound",
            "sg", "InvalidGroup.NotFound",
            "nat", "NatGatewayNotFound",
            "eipalloc", "InvalidAllocationID.NotFound");

    private final Map<String, Integer> hidden = new HashMap<>();
    private volatile Faults faults = Faults.NONE;

    void set(Faults next) {
        faults = next;
    }

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        if (!request.call().service().equals("ec2")) {
            return next.ask(request);
        }
        if (request.call().isRead()) {
            Matcher id = ID.matcher(request.text());
            while (id.find()) {
                if (stillHidden(id.group())) {
                    return missing(request, id.group(), id.group(1));
                }
            }
            return next.ask(request);
        }
        ProxyResponse response = next.ask(request);
        if (response.isFine() && request.call().operation().startsWith("Create")) {
            hide(request, response);
        }
        return response;
    }

    private static ProxyResponse missing(ProxyRequest request, String id, String kind) {
        if (request.text().contains("Filter.1.")) {
            String answer = request.call().operation() + "Response";
            return ProxyResponse.of(200, "text/xml", "<" + answer + "><requestId>proxy</requestId></" + answer + ">");
        }
        return ProxyResponse.error(
                request, 400, NOT_FOUND.getOrDefault(kind, "NotFound"), "The ID '" + id + "' does not exist");
    }

    private synchronized boolean stillHidden(String id) {
        Integer left = hidden.get(id);
        if (left == null) {
            return false;
        }
        if (left <= 1) {
            hidden.remove(id);
        } else {
            hidden.put(id, left - 1);
        }
        return true;
    }

    /** What a creation names and its request did not. */
    private synchronized void hide(ProxyRequest request, ProxyResponse response) {
        Faults now = faults;
        Matcher id = ID.matcher(response.text());
        while (id.find()) {
            int reads = (int) (Digest.share(now.seed() + " " + request.call() + " " + hidden.size()) * (now.lag() + 1));
            if (reads > 0 && !request.text().contains(id.group())) {
                hidden.putIfAbsent(id.group(), reads);
            }
        }
    }

    @Override
    public synchronized void reset() {
        hidden.clear();
        faults = Faults.NONE;
    }
}
