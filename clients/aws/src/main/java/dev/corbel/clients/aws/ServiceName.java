package dev.corbel.clients.aws;

import java.util.Locale;

/** Names of services as people write them: the SDK says Ec2 where everybody says EC2. */
final class ServiceName {
    private static final int MAX_ABBREVIATION = 3;

    private ServiceName() {}

    static String display(String name) {
        return name.length() <= MAX_ABBREVIATION ? name.toUpperCase(Locale.ROOT) : name;
    }
}
