package dev.corbel.clients.aws;

import dev.corbel.providers.api.CallCounter;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderContext.Access;
import java.util.List;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Counts the calls of the clients on one set of connections, and lets through none that these must not make.
 *
 * @param access the calls that may be made
 * @param calls is told of each call; repeated attempts are one
 */
public record CallWatch(Access access, CallCounter calls) {
    /** Lets all calls through and counts none. */
    public static final CallWatch NONE = new CallWatch(Access.CHANGE, CallCounter.NONE);

    private static final List<String> READS =
            List.of("Get", "List", "Describe", "Head", "BatchGet", "Lookup", "Search", "AssumeRole");

    /** Watches the calls of sessions with this context. */
    public static CallWatch of(ProviderContext context) {
        return new CallWatch(context.access(), context.calls());
    }

    /** Tells whether an operation changes nothing. Taking on a role gives credentials and leaves all else as it is. */
    static boolean isRead(String operation) {
        return READS.stream().anyMatch(operation::startsWith);
    }

    ExecutionInterceptor interceptor() {
        return new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution execution, ExecutionAttributes attributes) {
                String name = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
                String service = ServiceName.display(name);
                String operation = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
                if (access == Access.READ && !isRead(operation)) {
                    throw new RefusedCallException(service + " " + operation);
                }
                calls.count(service, 1);
                calls.named(name, operation);
            }
        };
    }
}
