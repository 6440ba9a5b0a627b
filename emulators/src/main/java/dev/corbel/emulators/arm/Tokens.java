package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The token endpoint of a tenant, for secrets of clients and federated assertions, and the tokens that it has given. */
final class Tokens {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Account account;
    private final Map<String, Instant> issued = new ConcurrentHashMap<>();

    Tokens(Account account) {
        this.account = account;
    }

    /** Whether these are the segments of an address of the endpoint. */
    static boolean are(List<String> segments) {
        return segments.size() >= 3
                && (segments.contains("oauth2") || segments.contains(".well-known") || segments.contains("discovery"));
    }

    ArmResponse handle(ArmRequest request, List<String> segments) {
        if (!segments.get(0).equals(account.tenant())) {
            return refused(400, "invalid_tenant", "AADSTS90002: Tenant '" + segments.get(0) + "' not found.");
        }
        String authority = request.base() + "/" + account.tenant();
        if (segments.contains(".well-known")) {
            ObjectNode body = Trees.object();
            body.put("issuer", authority + "/v2.0")
                    .put("authorization_endpoint", authority + "/oauth2/v2.0/authorize")
                    .put("token_endpoint", authority + "/oauth2/v2.0/token")
                    .put("jwks_uri", authority + "/discovery/v2.0/keys");
            return ArmResponse.of(200, body);
        }
        return request.method().equals("POST")
                        && segments.get(segments.size() - 1).equals("token")
                ? token(request, Forms.read(request.content()))
                : refused(404, "not_found", "There is nothing at " + request.path());
    }

    private ArmResponse token(ArmRequest request, Map<String, String> form) {
        if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
            return refused(400, "unsupported_grant_type", "AADSTS70003: The grant type is not supported.");
        }
        if (!form.getOrDefault("client_id", "").equals(account.client())) {
            return refused(400, "unauthorized_client", "AADSTS700016: The application was not found.");
        }
        boolean known = form.getOrDefault("client_secret", "").equals(account.secret())
                || (form.getOrDefault("client_assertion_type", "").equals(ASSERTION)
                        && form.getOrDefault("client_assertion", "").split("\\.", -1).length == 3);
        if (!known) {
            return refused(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
        }
        if (Stream.of(form.getOrDefault("scope", "").split(" ", -1)).noneMatch(scope -> scope.endsWith("/.default"))) {
            return refused(400, "invalid_scope", "AADSTS70011: The scope has to end with /.default.");
        }
        ObjectNode body = Trees.object();
        body.put("token_type", "Bearer")
                .put("expires_in", LIFETIME.toSeconds())
                .put("ext_expires_in", LIFETIME.toSeconds())
                .put("access_token", issue(request));
        return ArmResponse.of(200, body);
    }

    private String issue(ArmRequest request) {
        Instant now = Instant.now();
        ObjectNode claims = Trees.object();
        claims.put("aud", "https://management.azure.com/")
                .put("iss", request.base() + "/" + account.tenant() + "/v2.0")
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFETIME).getEpochSecond())
                .put("appid", account.client())
                .put("oid", account.principal())
                .put("tid", account.tenant())
                .put("uti", String.valueOf(issued.size()));
        String token = encoded(Trees.object().put("typ", "JWT").put("alg", "none")) + "." + encoded(claims) + "."
                + encoded(Trees.object().put("simulated", true));
        issued.put(token, now.plus(LIFETIME));
        return token;
    }

    /** Whether a header carries a token that was given here and is still good. */
    boolean accepts(String authorization) {
        Instant end = authorization.startsWith("Bearer ")
                ? issued.getOrDefault(authorization.substring("Bearer ".length()), Instant.MIN)
                : Instant.MIN;
        return end.isAfter(Instant.now());
    }

    /** The answer to a call whose token is no good. */
    ArmResponse challenge(ArmRequest request, String code) {
        return ArmResponse.error(401, code, "The access token is missing, invalid or expired.")
                .with(
                        "WWW-Authenticate",
                        "Bearer authorization_uri=\"" + request.base() + "/" + account.tenant()
                                + "\", error=\"invalid_token\", error_description=\"The access token is invalid.\"");
    }

    /** Lets all tokens count as expired from now on. */
    void expire() {
        issued.clear();
    }

    private static String encoded(ObjectNode node) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Trees.write(node));
    }

    private static ArmResponse refused(int status, String error, String description) {
        ObjectNode body = Trees.object();
        body.put("error", error).put("error_description", description);
        return ArmResponse.of(status, body);
    }
}
