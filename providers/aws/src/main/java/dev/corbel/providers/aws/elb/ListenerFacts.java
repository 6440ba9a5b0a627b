package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.fact.Part;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The facts of {@code aws_lb_listener}. What listens to TCP and UDP says nothing of the protocol above them.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html">Security policies</a>
 */
final class ListenerFacts {
    /** The name of a policy has the lowest version in it; those that have none take TLS 1.0. */
    private static final Pattern AT_LEAST_1_2 = Pattern.compile("ELBSecurityPolicy-(TLS|TLS13|FS)-1-[23](-.*)?");

    private static final String PLAIN = "answers in plain text";

    private ListenerFacts() {}

    static List<Fact> of(MapValue listener) {
        Part protocol = Part.of(listener, "protocol");
        if (protocol.isUnknown()) {
            return List.of(protocol.claim(Topic.TLS, Answer.UNKNOWN, PLAIN));
        }
        return switch (protocol.text().orElse("")) {
            case "HTTP" -> List.of(plain(protocol, Part.of(listener, "default_action")));
            case "HTTPS", "TLS" -> List.of(encrypted(Part.of(listener, "ssl_policy")));
            default -> List.of();
        };
    }

    private static Fact plain(Part protocol, Part actions) {
        Answer redirects = actions.elements().stream()
                .map(action -> action.get("redirect").get("protocol"))
                .map(target -> target.isUnknown()
                        ? Answer.UNKNOWN
                        : Answer.of(target.text().equals(Optional.of("HTTPS"))))
                .reduce(Answer.NO, Answer::or);
        return protocol.claim(Topic.TLS, redirects, PLAIN);
    }

    private static Fact encrypted(Part policy) {
        Answer recent = policy.isUnknown()
                ? Answer.UNKNOWN
                : Answer.of(policy.text()
                        .filter(name -> AT_LEAST_1_2.matcher(name).matches())
                        .isPresent());
        return policy.claim(Topic.TLS, recent, "takes connections below TLS 1.2");
    }
}
