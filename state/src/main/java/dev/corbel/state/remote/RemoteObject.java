package dev.corbel.state.remote;

/** An object as it was read. */
public final class RemoteObject {
    private final byte[] data;
    private final String version;

    /** @param version changes with each write of other bytes, and maybe with one of the same */
    public RemoteObject(byte[] data, String version) {
        this.data = data.clone();
        this.version = version;
    }

    public byte[] data() {
        return data.clone();
    }

    public String version() {
        return version;
    }
}
