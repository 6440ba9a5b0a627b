package dev.corbel.clients.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.util.Context;
import com.azure.identity.CredentialUnavailableException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one attempt with a token. The token is Azure's libraries' matter, as long as the service takes it: after a refusal {@link
 * #renew} signs in anew.
 */
final class Wire {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final Context WHOLE = new Context("azure-eagerly-read-response", true);
    private static final HttpHeaderName ACCEPT = HttpHeaderName.ACCEPT;

    private final HttpClient http;
    private final Supplier<TokenCredential> credentials;
    private final String scope;
    private TokenCredential credential;
    private HttpPipeline pipeline;

    Wire(HttpClient http, Supplier<TokenCredential> credentials, String scope) {
        this.http = http;
        this.credentials = credentials;
        this.scope = scope;
        this.credential = credentials.get();
        this.pipeline = connect(http, credential, scope);
    }

    private static HttpPipeline connect(HttpClient http, TokenCredential credential, String scope) {
        return new HttpPipelineBuilder()
                .httpClient(http)
                .policies(new BearerTokenAuthenticationPolicy(credential, scope))
                .build();
    }

    /** The identity that the tokens are given to. */
    Principal principal() {
        TokenCredential signingIn;
        synchronized (this) {
            signingIn = credential;
        }
        try {
            return Principal.of(signingIn
                    .getTokenSync(new TokenRequestContext().addScopes(scope))
                    .getToken());
        } catch (RuntimeException failure) {
            throw told(failure, new ArmCall("POST", "/oauth2/v2.0/token", scope, ""));
        }
    }

    synchronized HttpPipeline pipeline() {
        return pipeline;
    }

    /** Forgets the token of a pipeline, unless another thread did so before. */
    synchronized void renew(HttpPipeline refused) {
        if (pipeline == refused) {
            credential = credentials.get();
            pipeline = connect(http, credential, scope);
        }
    }

    /** Answers whatever the service says; an {@link ArmException} where it says nothing. */
    Answer send(HttpPipeline through, Request request) {
        HttpRequest http = new HttpRequest(HttpMethod.valueOf(request.call().method()), request.url());
        http.setHeader(ACCEPT, "application/json");
        request.headers().forEach((name, value) -> http.setHeader(HttpHeaderName.fromString(name), value));
        request.body().ifPresent(body -> {
            http.setHeader(HttpHeaderName.CONTENT_TYPE, "application/json; charset=utf-8");
            http.setBody(body.getBytes(StandardCharsets.UTF_8));
        });
        long begun = System.nanoTime();
        try (HttpResponse response = through.sendSync(http, WHOLE)) {
            byte[] body = response.getBodyAsBinaryData() == null
                    ? new byte[0]
                    : response.getBodyAsBinaryData().toBytes();
            Answer answer = new Answer(
                    response.getStatusCode(), response.getHeaders(), new String(body, StandardCharsets.UTF_8));
            log(request.call(), "HTTP " + answer.status() + ", request id " + answer.requestId(), begun);
            return answer;
        } catch (RuntimeException failure) {
            ArmException told = told(failure, request.call());
            log(request.call(), told.kind().name(), begun);
            throw told;
        }
    }

    private static void log(ArmCall call, String outcome, long begun) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}: {} in {} ms", call.words(), outcome, (System.nanoTime() - begun) / 1_000_000);
        }
    }

    private static ArmException told(RuntimeException failure, ArmCall call) {
        ErrorClass kind = kind(failure);
        String reason = kind == ErrorClass.CANCELLED ? "it was cancelled" : reason(failure);
        return new ArmException(kind, call, 0, new ArmError("", reason, List.of()), false).because(failure);
    }

    private static ErrorClass kind(Throwable failure) {
        boolean signsIn = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                return ErrorClass.CANCELLED;
            }
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLHandshakeException) {
                return ErrorClass.UNREACHABLE;
            }
            if (cause instanceof CredentialUnavailableException) {
                return ErrorClass.NO_CREDENTIALS;
            }
            signsIn |= cause instanceof ClientAuthenticationException;
        }
        return signsIn ? ErrorClass.REJECTED_CREDENTIALS : ErrorClass.UNCERTAIN;
    }

    /** The first line of the innermost message: the others of who signs in are correlation ids and addresses of documents. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null || message.isBlank()
                ? innermost.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("");
    }
}
