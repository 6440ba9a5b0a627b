package dev.corbel.providers.local.supervisor;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;

/** Asks a process on this machine whether it is well. */
final class Health {
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int SUCCESS = 200;
    private static final int REDIRECTION = 300;

    private Health() {}

    /** Tells whether the process of a job answers at a port; it is enough that the port is open where it names no question. */
    static boolean isGood(int port, Job job) {
        String path = job.healthPath();
        String user = job.databaseUser();
        return path != null ? answers(port, path) : user != null ? takesClients(port, user) : isOpen(port);
    }

    /** Tells of a process that was not well whether it is now, and no other program that answers at its port. */
    static boolean isGoodNow(RunningProcess process, Job job) {
        return isGood(process.port(), job) && !Listeners.isAnother(process, process.port());
    }

    private static boolean takesClients(int port, String user) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return PostgresGreeting.isAnswered(socket, user);
        } catch (IOException closed) {
            return false;
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static boolean answers(int port, String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setInstanceFollowRedirects(false);
            try {
                int status = connection.getResponseCode();
                return status >= SUCCESS && status < REDIRECTION;
            } finally {
                connection.disconnect();
            }
        } catch (IOException unanswered) {
            return false;
        }
    }
}
