package dev.corbel.providers.aws.elb;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;

/** The client of Elastic Load Balancing, and the parts that its types share. */
final class Elb {
    /** How many ARNs one call takes. */
    static final int BATCH = 20;

    private Elb() {}

    static ElasticLoadBalancingV2Client client(AwsSession session) {
        return session.client(ElasticLoadBalancingV2Client.class, ElasticLoadBalancingV2Client::builder);
    }

    /** The answer; empty where there is no such object. */
    static <T> Optional<T> ifFound(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (ElasticLoadBalancingV2Exception failure) {
            if (ErrorClass.of(failure) == ErrorClass.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** What follows a word in an ARN, such as {@code app/web/50dc6c495c0c9188} after {@code loadbalancer/}. */
    static String after(String word, String arn) {
        return arn.substring(arn.indexOf(word) + word.length());
    }
}
