package dev.corbel.providers.aws.iam;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles that services of AWS make by themselves, with what is in and on them. */
final class ServiceRoles {
    private static final List<String> BEGINNINGS =
            List.of("AWSServiceRoleFor", "AWSReservedSSO_", "OrganizationAccountAccessRole");

    private ServiceRoles() {}

    /** Those of some ids that begin with the name of such a role. */
    static Set<String> among(List<String> ids) {
        return ids.stream()
                .filter(id -> BEGINNINGS.stream().anyMatch(id::startsWith))
                .collect(Collectors.toSet());
    }
}
