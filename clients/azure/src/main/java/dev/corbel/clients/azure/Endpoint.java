package dev.corbel.clients.azure;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of an Azure Resource Manager, and the URLs below it.
 *
 * @param address scheme, host and port, without a slash at the end
 */
record Endpoint(String address) {
    /** What may stand in a path or a query as it is, besides letters and digits. */
    private static final String PLAIN = "-._~!$'()*,;=:@/&";

    /** The URL of a path in plain text, with the API version. */
    String url(String path, String apiVersion) {
        int question = path.indexOf('?');
        String query = question < 0 ? "" : encoded(path.substring(question + 1)) + "&";
        String plain = question < 0 ? path : path.substring(0, question);
        return address + encoded(plain) + "?" + query + "api-version=" + encoded(apiVersion);
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean letter = character < 128 && Character.isLetterOrDigit(character);
            if (letter || PLAIN.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) character));
            }
        }
        return encoded.toString();
    }

    /**
     * The URL that an answer sends to; empty where it leads to another host, which must not get a token. Parts of the cloud, such as {@code
     * westeurope.management.azure.com}, belong to it.
     */
    Optional<String> follow(String link) {
        try {
            URI own = new URI(address);
            URI target = own.resolve(new URI(link.replace(" ", "%20")));
            String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
            String home = String.valueOf(own.getHost()).toLowerCase(Locale.ROOT);
            boolean same = host.equals(home) && target.getPort() == own.getPort();
            boolean part = host.endsWith("." + home) && target.getPort() == own.getPort();
            return (same || part) && own.getScheme().equals(target.getScheme())
                    ? Optional.of(target.toString())
                    : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** The plain path of a URL, without its query. */
    static String path(String url) {
        String path = URI.create(url).getPath();
        return path == null ? "" : path;
    }
}
