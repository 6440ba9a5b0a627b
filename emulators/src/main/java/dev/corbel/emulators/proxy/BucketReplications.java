package dev.corbel.emulators.proxy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Shows the replication of buckets as it was set: moto forgets its filters and its delete markers. */
final class BucketReplications implements Layer {
    private final Map<String, String> configurations = new ConcurrentHashMap<>();

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        ProxyResponse response = next.ask(request);
        if (!request.call().service().equals("s3") || !response.isFine()) {
            return response;
        }
        switch (request.call().operation()) {
            case "PutBucketReplication" -> configurations.put(request.path(), request.text());
            case "DeleteBucketReplication" -> configurations.remove(request.path());
            case "GetBucketReplication" -> {
                return response.withText(configurations.getOrDefault(request.path(), response.text()));
            }
            default -> {}
        }
        return response;
    }

    @Override
    public void reset() {
        configurations.clear();
    }
}
