package dev.corbel.providers.onprem.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** The user's agent over its socket. It signs, and never gives a key away. */
final class UnixAgent extends AbstractAgentProxy {
    private static final int LONGEST_ANSWER = 256 * 1024;

    private final SocketChannel socket;

    UnixAgent(Path path) throws IOException {
        super(null);
        socket = SocketChannel.open(UnixDomainSocketAddress.of(path));
    }

    @Override
    protected synchronized Buffer request(Buffer question) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(question.array(), question.rpos(), question.available());
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
        int length = read(Integer.BYTES).getInt();
        if (length < 1 || length > LONGEST_ANSWER) {
            throw new IOException("the agent answers with " + length + " bytes");
        }
        return new ByteArrayBuffer(read(length).array());
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(length);
        while (answer.hasRemaining()) {
            if (socket.read(answer) < 0) {
                throw new EOFException("the agent hung up");
            }
        }
        return answer.flip();
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void close() throws IOException {
        super.close();
        socket.close();
    }
}
