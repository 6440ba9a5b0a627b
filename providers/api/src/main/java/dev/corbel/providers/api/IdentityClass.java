package dev.corbel.providers.api;

/** The way to find an object again whose creation was interrupted. */
public enum IdentityClass {
    /** By a name that the definition gives and that only one object can have. */
    NATURAL_KEY,
    /** By repeating the call with the same token: the service then returns the first object. */
    CLIENT_TOKEN,
    /** By a tag that carries the operation's id. */
    TAG,
    /** Not at all: a person must look. */
    NONE
}
