package dev.corbel.providers.onprem.account;

import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;

/** Names and numbers of users and groups. */
final class AccountNames {
    /** The last number that the tools of Debian give. */
    static final long LAST_ID = 4_294_967_294L;

    /** A name that no tool takes for a number or an option. */
    static final Validation RULE = Validation.matching(
            "[a-z_][a-z0-9_-]{0,30}\\$?", "a name of small letters, digits, - and _, 32 characters at most");

    private AccountNames() {}

    static List<String> of(List<ReadRequest> requests) {
        return requests.stream()
                .map(request -> request.prior().attributes().text("name").orElseThrow())
                .toList();
    }

    /** A number as text; empty where it is not set. */
    static String number(DesiredAttributes attributes, String name) {
        Long number = attributes.longNumber(name);
        return number == null ? "" : number.toString();
    }
}
