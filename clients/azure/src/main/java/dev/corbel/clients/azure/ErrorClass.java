package dev.corbel.clients.azure;

/** The kind of failure that a call met, as far as it decides what to do next. */
public enum ErrorClass {
    /** Nobody is signed in. */
    NO_CREDENTIALS,
    /** Azure does not take the token, nor a new one. */
    REJECTED_CREDENTIALS,
    /** The caller lacks a permission. */
    ACCESS_DENIED,
    /** A policy of the subscription, or a lock, forbids it. Nothing was done. */
    FORBIDDEN_BY_RULE,
    /** Too many calls. Nothing was done. */
    THROTTLED,
    /** Another operation on the object, or on one beside it, is under way. Nothing was done. */
    IN_PROGRESS,
    /** No connection came about. Nothing was done. */
    UNREACHABLE,
    /** The object, or what it would lie in, is not there, or not yet. */
    NOT_FOUND,
    /** The subscription has not registered the resource provider. Nothing was done. */
    NOT_REGISTERED,
    /** A precondition of the call, such as If-Match, does not hold. Nothing was done. */
    PRECONDITION,
    /** The service says no for another reason. Nothing was done. */
    REFUSED,
    /** A long operation began, and ended in failure or was cancelled. The object may be there in part. */
    FAILED_OPERATION,
    /** The call may or may not have been done: the service failed, the answer got lost, or the time ran out. */
    UNCERTAIN,
    /** The run was cancelled. */
    CANCELLED;

    /** Tests for a failure that every call of a session meets, of all objects alike. */
    public boolean isOfSession() {
        return this == NO_CREDENTIALS || this == REJECTED_CREDENTIALS || this == UNREACHABLE;
    }

    /** Tests for a failure after which the call certainly changed nothing. */
    public boolean isWithoutEffect() {
        return this != UNCERTAIN && this != CANCELLED && this != FAILED_OPERATION;
    }
}
