package dev.corbel.state.store;

/** The lock of an environment while it is held. */
public interface HeldLock extends AutoCloseable {

    /**
     * Returns while nobody else can have the lock.
     *
     * @throws dev.corbel.state.FencedException where somebody else has it
     */
    void check();

    /** Lets go; a second time does nothing. */
    @Override
    void close();
}
