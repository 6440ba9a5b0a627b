package dev.corbel.state.postgres;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A wire to a server of this machine, which breaks when it is told to. */
final class Wire implements AutoCloseable {
    private final ServerSocket listener;
    private final int server;
    private String lost = "";
    private int times;

    Wire(int server) throws IOException {
        this.server = server;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The next answers to what contains a text are lost, and the connection with each. */
    synchronized void loseAnswers(String to, int howMany) {
        lost = to;
        times = howMany;
    }

    private synchronized boolean loses(String request) {
        return times > 0 && request.contains(lost) && times-- > 0;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                new Line(listener.accept(), new Socket(InetAddress.getLoopbackAddress(), server)).open();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    /** One connection through it. */
    private final class Line {
        private final Socket client;
        private final Socket peer;
        private volatile boolean losing;

        Line(Socket client, Socket peer) {
            this.client = client;
            this.peer = peer;
        }

        void open() {
            start(() -> pump(client, peer, true));
            start(() -> pump(peer, client, false));
        }

        private void pump(Socket from, Socket to, boolean isRequest) {
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                byte[] buffer = new byte[65_536];
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    if (isRequest && loses(new String(buffer, 0, length, ISO_8859_1))) {
                        losing = true;
                    }
                    if (!isRequest && losing) {
                        return;
                    }
                    out.write(buffer, 0, length);
                    out.flush();
                }
            } catch (IOException broken) {
                // So is the other direction, since both sockets are closed now.
            }
        }
    }
}
