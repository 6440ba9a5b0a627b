package dev.corbel.providers.aws.elb;

import java.util.Set;

/**
 * An attribute that AWS keeps as text under a key of its own.
 *
 * @param name in the schema
 * @param key at AWS
 * @param kinds the kinds of load balancers, or of target groups, that have it
 */
record KeyedAttribute(String name, String key, Set<String> kinds) {
    KeyedAttribute(String name, String key, String... kinds) {
        this(name, key, Set.of(kinds));
    }
}
