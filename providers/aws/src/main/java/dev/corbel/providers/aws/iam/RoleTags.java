package dev.corbel.providers.aws.iam;

import dev.corbel.providers.aws.client.AwsSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The tags of roles, which the list of all tagged objects of an account lacks. */
public final class RoleTags {
    private RoleTags() {}

    /**
     * The tags of the roles of an account by their names, without those of services: from one list or, where the caller may
     * not see that, from role after role.
     *
     * @param known tells of a name whether nobody asks for its tags
     */
    public static Map<String, Map<String, String>> of(AwsSession session, Predicate<String> known) {
        RoleReader reader = new RoleReader(session);
        Map<String, Map<String, String>> tags = new LinkedHashMap<>();
        reader.details()
                .ifPresentOrElse(
                        details -> details.stream()
                                .filter(detail -> !known.test(detail.roleName()))
                                .forEach(detail -> tags.put(detail.roleName(), Iam.map(detail.tags()))),
                        () -> {
                            List<String> names = reader.names().stream()
                                    .filter(known.negate())
                                    .toList();
                            List<Map<String, String>> each = session.batch().each(names, reader::tagsOf);
                            for (int i = 0; i < names.size(); i++) {
                                tags.put(names.get(i), each.get(i));
                            }
                        });
        return tags;
    }
}
