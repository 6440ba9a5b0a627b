package dev.corbel.clients.aws;

import java.util.Arrays;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;

/**
 * The call that an exception of the SDK comes from. The SDK itself tells it in part only, so an interceptor attaches this
 * to every exception as a suppressed one; the exception keeps its type.
 */
public final class CallTrace extends Exception {
    private static final long serialVersionUID = 1L;

    private final String service;
    private final String operation;
    private final String endpoint;
    private final String region;

    private CallTrace(String service, String operation, String endpoint, String region) {
        super(service + " " + operation + " at " + endpoint, null, false, false);
        this.service = service;
        this.operation = operation;
        this.endpoint = endpoint;
        this.region = region;
    }

    /** The trace that is attached to a failure. */
    public static Optional<CallTrace> of(Throwable failure) {
        return Arrays.stream(failure.getSuppressed())
                .filter(CallTrace.class::isInstance)
                .map(CallTrace.class::cast)
                .findFirst();
    }

    /** The service's name as people write it, such as EC2. */
    public String service() {
        return service;
    }

    /** As in the service's reference, such as CreateVpc. */
    public String operation() {
        return operation;
    }

    /** Scheme, host and port; empty where the call ended before that was known. */
    public String endpoint() {
        return endpoint;
    }

    public String region() {
        return region;
    }

    /** Attaches the trace. */
    static final class Interceptor implements ExecutionInterceptor {
        @Override
        public Throwable modifyException(Context.FailedExecution failed, ExecutionAttributes attributes) {
            Throwable failure = failed.exception();
            if (of(failure).isEmpty()) {
                Region region = attributes.getAttribute(AwsExecutionAttribute.AWS_REGION);
                failure.addSuppressed(new CallTrace(
                        ServiceName.display(text(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME))),
                        text(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)),
                        failed.httpRequest().map(Interceptor::endpoint).orElse(""),
                        region == null ? "" : region.id()));
            }
            return failure;
        }

        private static String text(String attribute) {
            return attribute == null ? "" : attribute;
        }

        private static String endpoint(SdkHttpRequest request) {
            String port =
                    request.getUri().getPort() < 0 ? "" : ":" + request.getUri().getPort();
            return request.protocol() + "://" + request.host() + port;
        }
    }
}
