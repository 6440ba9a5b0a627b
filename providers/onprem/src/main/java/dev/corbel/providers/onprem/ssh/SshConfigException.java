package dev.corbel.providers.onprem.ssh;

/** A configuration of SSH that Corbel cannot go by. Its message says where and why. */
final class SshConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    SshConfigException(String message) {
        super(message);
    }
}
