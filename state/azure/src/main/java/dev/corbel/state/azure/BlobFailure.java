package dev.corbel.state.azure;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobStorageException;
import dev.corbel.state.remote.RemoteConflictException;
import dev.corbel.state.remote.RemoteFailureException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The problem of the service or its client, as people read it. Their exceptions are left behind, since requests and answers may
 * hold signatures.
 */
final class BlobFailure {
    private static final Pattern MESSAGE = Pattern.compile("<Message>([^<\\n]*)");
    private static final Set<BlobErrorCode> CONFLICTS = Set.of(
            BlobErrorCode.BLOB_ALREADY_EXISTS,
            BlobErrorCode.CONDITION_NOT_MET,
            BlobErrorCode.TARGET_CONDITION_NOT_MET,
            BlobErrorCode.LEASE_ALREADY_PRESENT,
            BlobErrorCode.LEASE_ID_MISMATCH_WITH_BLOB_OPERATION,
            BlobErrorCode.LEASE_ID_MISMATCH_WITH_LEASE_OPERATION,
            BlobErrorCode.LEASE_ID_MISSING,
            BlobErrorCode.LEASE_IS_BREAKING_AND_CANNOT_BE_ACQUIRED,
            BlobErrorCode.LEASE_IS_BROKEN_AND_CANNOT_BE_RENEWED,
            BlobErrorCode.LEASE_LOST,
            BlobErrorCode.LEASE_NOT_PRESENT_WITH_BLOB_OPERATION,
            BlobErrorCode.LEASE_NOT_PRESENT_WITH_LEASE_OPERATION);

    private final BlobSettings settings;
    private final String place;

    BlobFailure(BlobSettings settings, String place) {
        this.settings = settings;
        this.place = place;
    }

    static boolean isMissing(BlobStorageException failure) {
        BlobErrorCode code = failure.getErrorCode();
        return BlobErrorCode.BLOB_NOT_FOUND.equals(code)
                || (failure.getStatusCode() == 404 && !BlobErrorCode.CONTAINER_NOT_FOUND.equals(code));
    }

    static boolean isConflict(BlobStorageException failure) {
        return CONFLICTS.contains(failure.getErrorCode());
    }

    /** @param what was tried, such as {@code read head.json} */
    IOException of(String what, RuntimeException failure) {
        String beginning = "Cannot " + what + " in " + place + ": ";
        if (failure instanceof BlobStorageException answer) {
            return isConflict(answer)
                    ? new RemoteConflictException(beginning + words(answer))
                    : answered(beginning + words(answer), answer);
        }
        if (find(ClientAuthenticationException.class, failure) != null) {
            return new RemoteFailureException(
                    beginning + "no credentials were found",
                    "Set AZURE_STORAGE_CONNECTION_STRING, AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN, or sign in with"
                            + " az login.",
                    plain(failure));
        }
        return new RemoteFailureException(
                beginning + unanswered(failure),
                "Check the state block's account and endpoint, and the network.",
                plain(failure));
    }

    private IOException answered(String message, BlobStorageException answer) {
        IOException cause = new IOException("HTTP " + answer.getStatusCode() + " " + answer.getErrorCode());
        if (BlobErrorCode.CONTAINER_NOT_FOUND.equals(answer.getErrorCode())) {
            return new RemoteFailureException(
                    message,
                    "Create it: az storage container create --account-name " + settings.account() + " --name "
                            + settings.container() + ".",
                    cause);
        }
        if (answer.getStatusCode() == 401 || answer.getStatusCode() == 403) {
            return new RemoteFailureException(message, access(), cause);
        }
        return new IOException(message, cause);
    }

    private String access() {
        return switch (settings.credential().kind()) {
            case KEY -> "The key comes from AZURE_STORAGE_CONNECTION_STRING, else from AZURE_STORAGE_KEY.";
            case TOKEN ->
                "The token comes from AZURE_STORAGE_CONNECTION_STRING, else from AZURE_STORAGE_SAS_TOKEN. It"
                        + " needs the rights to read, create, write, delete and list, and its time may be over.";
            case IDENTITY -> "Who is signed in needs the role \"Storage Blob Data Contributor\" on the container.";
        };
    }

    private static String words(BlobStorageException answer) {
        Matcher message = MESSAGE.matcher(String.valueOf(answer.getServiceMessage()));
        String words = message.find() ? message.group(1).strip() : "";
        if (words.isEmpty()) {
            return "HTTP " + answer.getStatusCode() + " " + answer.getErrorCode();
        }
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    private String unanswered(RuntimeException failure) {
        if (find(UnresolvedAddressException.class, failure) != null) {
            return "the host of " + settings.endpoint() + " is unknown";
        }
        if (find(ConnectException.class, failure) != null) {
            return "nobody answers at " + settings.endpoint();
        }
        if (find(TimeoutException.class, failure) != null) {
            return "no answer from " + settings.endpoint() + " in time";
        }
        IOException broken = find(IOException.class, failure);
        return broken == null || broken.getMessage() == null
                ? "the connection to " + settings.endpoint() + " broke"
                : "the connection to " + settings.endpoint() + " broke: " + broken.getMessage();
    }

    /** The kinds of all causes, without what they say. */
    private static IOException plain(Throwable failure) {
        StringBuilder kinds = new StringBuilder(failure.getClass().getName());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            kinds.append(" from ").append(cause.getClass().getName());
        }
        return new IOException(kinds.toString());
    }

    private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
