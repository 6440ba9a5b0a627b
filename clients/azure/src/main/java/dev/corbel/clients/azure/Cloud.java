package dev.corbel.clients.azure;

import java.net.URI;
import java.util.Locale;

/** A cloud of Microsoft: the host that signs in, and the Azure Resource Manager that takes its tokens. */
enum Cloud {
    PUBLIC("login.microsoftonline.com", "https://management.azure.com"),
    CHINA("login.chinacloudapi.cn", "https://management.chinacloudapi.cn"),
    GOVERNMENT("login.microsoftonline.us", "https://management.usgovcloudapi.net");

    private final String authority;
    private final String endpoint;

    Cloud(String authority, String endpoint) {
        this.authority = authority;
        this.endpoint = endpoint;
    }

    /** The cloud of an address that signs in; the public one for others. */
    static Cloud ofAuthority(String authority) {
        String host = host(authority);
        for (Cloud cloud : values()) {
            if (cloud.authority.equals(host)) {
                return cloud;
            }
        }
        return PUBLIC;
    }

    /** Tests whether an address signs in for one of the clouds. Only these can be asked about each other. */
    static boolean isKnownAuthority(String authority) {
        return ofAuthority(authority).authority.equals(host(authority));
    }

    private static String host(String authority) {
        return String.valueOf(URI.create(authority.toLowerCase(Locale.ROOT)).getHost());
    }

    String endpoint() {
        return endpoint;
    }
}
