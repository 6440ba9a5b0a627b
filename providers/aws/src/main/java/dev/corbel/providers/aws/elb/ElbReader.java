package dev.corbel.providers.aws.elb;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;

/**
 * Reads objects by their ARNs: one call describes twenty, one tells their tags. Where a kind has attributes, those take
 * a call for each object; they are made beside each other.
 */
final class ElbReader<T> {
    private final AwsSession session;
    private final Kind<T> kind;
    private final ElasticLoadBalancingV2Client elb;

    /** The calls that read one kind of object. */
    interface Kind<T> {
        String arn(T object);

        /** Fails where one of them is not there. */
        List<T> describe(ElasticLoadBalancingV2Client elb, List<String> arns);

        default Map<String, String> attributes(ElasticLoadBalancingV2Client elb, String arn) {
            return Map.of();
        }
    }

    ElbReader(AwsSession session, Kind<T> kind) {
        this.session = session;
        this.kind = kind;
        this.elb = Elb.client(session);
    }

    /** By ARN; what is not there is left out. */
    Map<String, Described<T>> list(List<String> arns) {
        Map<String, Described<T>> found = new LinkedHashMap<>();
        for (int start = 0; start < arns.size(); start += Elb.BATCH) {
            found.putAll(batch(arns.subList(start, Math.min(arns.size(), start + Elb.BATCH))));
        }
        return found;
    }

    /** One that is gone fails a call as a whole, so it is closed in on by halves. */
    private Map<String, Described<T>> batch(List<String> arns) {
        try {
            Map<String, Described<T>> found = new LinkedHashMap<>();
            complete(kind.describe(elb, arns)).forEach(one -> found.put(kind.arn(one.object()), one));
            return found;
        } catch (ElasticLoadBalancingV2Exception failure) {
            if (ErrorClass.of(failure) != ErrorClass.NOT_FOUND) {
                throw failure;
            }
            Map<String, Described<T>> found = new LinkedHashMap<>();
            if (arns.size() > 1) {
                found.putAll(batch(arns.subList(0, arns.size() / 2)));
                found.putAll(batch(arns.subList(arns.size() / 2, arns.size())));
            }
            return found;
        }
    }

    Optional<Described<T>> find(String arn) {
        return Optional.ofNullable(batch(List.of(arn)).get(arn));
    }

    /** What a call finds otherwise than by ARN; empty where that, or what it asks for, is not there. */
    List<Described<T>> all(Supplier<List<T>> call) {
        return Elb.ifFound(() -> complete(call.get())).orElse(List.of());
    }

    private List<Described<T>> complete(List<T> objects) {
        List<String> arns = objects.stream().map(kind::arn).toList();
        Map<String, Map<String, String>> tags = new LinkedHashMap<>();
        for (int start = 0; start < arns.size(); start += Elb.BATCH) {
            tags.putAll(ElbTags.of(elb, arns.subList(start, Math.min(arns.size(), start + Elb.BATCH))));
        }
        List<Map<String, String>> attributes = session.batch().each(arns, arn -> kind.attributes(elb, arn));
        List<Described<T>> described = new ArrayList<>(objects.size());
        for (int i = 0; i < objects.size(); i++) {
            described.add(new Described<>(objects.get(i), tags.getOrDefault(arns.get(i), Map.of()), attributes.get(i)));
        }
        return described;
    }
}
