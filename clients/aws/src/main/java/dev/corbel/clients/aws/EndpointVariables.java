package dev.corbel.clients.aws;

/** The variables with which the environment sends calls elsewhere. The SDK follows these by itself. */
public final class EndpointVariables {
    private EndpointVariables() {}

    /** Tests those for S3 and for all services. */
    public static boolean areSet() {
        return isSet("AWS_ENDPOINT_URL_S3", "aws.endpointUrlS3") || isSet("AWS_ENDPOINT_URL", "aws.endpointUrl");
    }

    private static boolean isSet(String variable, String property) {
        return System.getenv(variable) != null || System.getProperty(property) != null;
    }
}
