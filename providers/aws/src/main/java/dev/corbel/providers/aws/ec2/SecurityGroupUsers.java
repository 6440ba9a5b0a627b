package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Finds what keeps a security group from being deleted, since EC2 does not say. */
record SecurityGroupUsers(Ec2Client ec2, String id) {

    /** The refusal with the names of the users; the refusal itself where they cannot be read. */
    ProviderException explain(ProviderException refusal) {
        List<String> interfaces;
        List<String> groups;
        try {
            interfaces = interfaces();
            groups = groups();
        } catch (SdkException unreadable) {
            return refusal;
        }
        StringJoiner users = new StringJoiner(" ");
        if (!interfaces.isEmpty()) {
            users.add("Network interfaces have it: " + String.join(", ", interfaces) + ".");
        }
        if (!groups.isEmpty()) {
            users.add("Rules of other security groups name it: " + String.join(", ", groups) + ".");
        }
        if (users.length() == 0) {
            return refusal;
        }
        return new ProviderException(Diagnostic.error(
                                "The security group " + id + " is still in use", users + " Nothing was deleted.")
                        .withHint("Take it away from them. Where they are about to go, timeouts { delete = … } sets how"
                                + " long to wait."))
                .because(refusal);
    }

    private List<String> interfaces() {
        return ec2
                .describeNetworkInterfacesPaginator(request -> request.filters(Ec2Tags.filter("group-id", List.of(id))))
                .networkInterfaces()
                .stream()
                .map(SecurityGroupUsers::name)
                .toList();
    }

    private static String name(NetworkInterface user) {
        return user.description() == null || user.description().isEmpty()
                ? user.networkInterfaceId()
                : user.networkInterfaceId() + " (" + user.description() + ")";
    }

    private List<String> groups() {
        return Stream.of("ip-permission.group-id", "egress.ip-permission.group-id")
                .flatMap(filter -> ec2
                        .describeSecurityGroupsPaginator(
                                request -> request.filters(Ec2Tags.filter(filter, List.of(id))))
                        .securityGroups()
                        .stream())
                .map(SecurityGroup::groupId)
                .filter(group -> !group.equals(id))
                .distinct()
                .sorted()
                .toList();
    }
}
