package dev.corbel.providers.azure.client;

/** A subscription that the credentials see, with its tenant. */
record Subscription(String id, String tenant, String name) {}
