package dev.corbel.emulators.proxy;

import java.util.concurrent.CountDownLatch;

/** A call that an emulator holds, so that a test can end its caller at that very moment. It is never answered. */
public final class HeldCall {
    /** The moments at which a call can be held. */
    public enum Moment {
        /** Nothing of it was done. */
        BEFORE,
        /** It took effect, and its caller has not heard of that. */
        AFTER
    }

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** Makes one that has not come yet. */
    public HeldCall() {}

    /** Tells whether the call has come, and stands still. */
    public boolean isReached() {
        return reached.getCount() == 0;
    }

    /** Breaks the connection off. */
    public void release() {
        released.countDown();
    }

    /** Stands still until it is released. */
    public void hold() {
        reached.countDown();
        try {
            released.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
