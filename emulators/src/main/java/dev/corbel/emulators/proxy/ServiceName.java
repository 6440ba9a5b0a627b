package dev.corbel.emulators.proxy;

import com.fasterxml.jackson.databind.JsonNode;

/** A service of ECS, by names alone: calls may say ARNs as well. */
record ServiceName(String region, String cluster, String service) {

    /** The service that a call to create or update one is about. */
    static ServiceName of(ProxyRequest request, JsonNode body) {
        String name = body.path("serviceName").asText(body.path("service").asText());
        return new ServiceName(request.region(), end(body.path("cluster").asText("default")), end(name));
    }

    /** The service that an answer shows. */
    static ServiceName shown(ProxyRequest request, JsonNode service) {
        return new ServiceName(
                request.region(),
                end(service.path("clusterArn").asText()),
                service.path("serviceName").asText());
    }

    /** The name at the end of an ARN, or a name as it is. */
    static String end(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }
}
