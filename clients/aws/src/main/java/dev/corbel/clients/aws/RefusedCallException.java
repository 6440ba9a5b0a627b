package dev.corbel.clients.aws;

import software.amazon.awssdk.core.exception.SdkClientException;

/** A call that was not made, because it may change something and this run must not. */
public final class RefusedCallException extends SdkClientException {
    private static final long serialVersionUID = 1L;

    RefusedCallException(String call) {
        super(SdkClientException.builder().message("this run only reads, and " + call + " may change something"));
    }

    /** Trying again is refused as well. */
    @Override
    public boolean retryable() {
        return false;
    }
}
