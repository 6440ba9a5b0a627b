package dev.corbel.providers.aws.client;

import dev.corbel.clients.aws.CallWatch;
import java.util.HashMap;
import java.util.Map;

/** The accounts in use. Sessions of the same settings share one, which closes with the last of them. */
public final class Accounts {
    private final Map<Key, Counted> open = new HashMap<>();

    private record Key(AccountSettings settings, CallWatch watch) {}

    private static final class Counted {
        private final SharedAccount account;
        private int users;

        private Counted(SharedAccount account) {
            this.account = account;
        }
    }

    synchronized SharedAccount take(AccountSettings settings, String region, CallWatch watch) {
        Counted counted = open.computeIfAbsent(
                new Key(settings, watch), key -> new Counted(new SharedAccount(settings, region, watch)));
        counted.users++;
        return counted.account;
    }

    synchronized void release(AccountSettings settings, CallWatch watch) {
        Key key = new Key(settings, watch);
        Counted counted = open.get(key);
        if (counted != null && --counted.users == 0) {
            open.remove(key);
            counted.account.close();
        }
    }
}
