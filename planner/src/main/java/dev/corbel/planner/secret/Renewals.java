package dev.corbel.planner.secret;

import dev.corbel.providers.api.address.Address;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The generated secrets that are made anew in a plan because somebody must be sent a value that nobody has any more.
 *
 * @param reasons by the secret's address, as part of a sentence
 */
public record Renewals(Map<Address, String> reasons) {
    public static final Renewals NONE = new Renewals(Map.of());

    public Renewals {
        reasons = Map.copyOf(reasons);
    }

    public Optional<String> reason(Address secret) {
        return Optional.ofNullable(reasons.get(secret));
    }

    public Renewals and(Map<Address, String> more) {
        Map<Address, String> all = new LinkedHashMap<>(reasons);
        more.forEach(all::putIfAbsent);
        return new Renewals(all);
    }
}
