package dev.corbel.providers.aws.elb;

import org.jspecify.annotations.Nullable;

/** The kinds of target groups, which differ in what can be set. */
final class TargetGroupKind {
    static final String HTTP = "http";
    static final String TCP = "tcp";
    static final String GENEVE = "geneve";
    static final String LAMBDA = "lambda";

    private TargetGroupKind() {}

    static String of(String targetType, @Nullable String protocol) {
        if (targetType.equals(LAMBDA) || protocol == null) {
            return LAMBDA;
        }
        return switch (protocol) {
            case "HTTP", "HTTPS" -> HTTP;
            case "GENEVE" -> GENEVE;
            default -> TCP;
        };
    }
}
