package dev.corbel.providers.aws.client;

import java.util.HashMap;
import java.util.Map;

/** The accounts in use. Sessions of the same settings share one, which closes with the last of them. */
public final class Accounts {
    private final Map<AccountSettings, Counted> open = new HashMap<>();

    private static final class Counted {
        private final SharedAccount account;
        private int users;

        private Counted(SharedAccount account) {
            this.account = account;
        }
    }

    synchronized SharedAccount take(AccountSettings settings, String region) {
        Counted counted = open.computeIfAbsent(settings, key -> new Counted(new SharedAccount(key, region)));
        counted.users++;
        return counted.account;
    }

    synchronized void release(AccountSettings settings) {
        Counted counted = open.get(settings);
        if (counted != null && --counted.users == 0) {
            open.remove(settings);
            counted.account.close();
        }
    }
}
