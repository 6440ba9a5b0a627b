package dev.corbel.emulators.proxy;

import java.io.IOException;

/** Something between the client and the emulator: answers itself, or asks what is behind it and may change the answer. */
interface Layer {
    /** What is behind. */
    interface Next {
        ProxyResponse ask(ProxyRequest request) throws IOException;
    }

    ProxyResponse handle(ProxyRequest request, Next next) throws IOException;

    /** Forgets everything. */
    default void reset() {}
}
