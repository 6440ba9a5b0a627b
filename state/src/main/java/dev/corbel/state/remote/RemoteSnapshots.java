package dev.corbel.state.remote;

import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateDocuments;
import dev.corbel.state.json.StateVersion;
import dev.corbel.state.model.RemoteHead;
import dev.corbel.state.model.RemoteHead.Snapshot;
import dev.corbel.state.model.State;
import dev.corbel.state.store.SnapshotStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Snapshots as objects that never change; the head says which of them is the state. */
final class RemoteSnapshots implements SnapshotStore {
    static final String FOLDER = ObjectStore.LARGE;

    private final RemoteParts remote;
    private final HeadSource source;
    private final RemoteJournal journal;

    RemoteSnapshots(RemoteParts remote, HeadSource source, RemoteJournal journal) {
        this.remote = remote;
        this.source = source;
        this.journal = journal;
    }

    @Override
    public Optional<StateDocument> read() {
        RemoteHead head = source.head();
        Optional<Snapshot> snapshot = head.snapshot();
        if (snapshot.isEmpty()) {
            return Optional.empty();
        }
        StateDocument document = read(snapshot.get());
        if (!document.version().equals(version(head))) {
            throw remote.problem().otherSnapshot(snapshot.get().name());
        }
        return Optional.of(document);
    }

    /** The content of a snapshot. */
    StateDocument read(Snapshot snapshot) {
        try {
            byte[] data = remote.objects()
                    .get(snapshot.name())
                    .map(RemoteObject::data)
                    .orElseThrow(() -> remote.problem().missingSnapshot(snapshot.name()));
            if (!sha256(data).equals(snapshot.sha256())) {
                throw remote.problem().alteredSnapshot(snapshot.name());
            }
            StateDocument document = parse(snapshot.name(), data);
            if (document.state().serial() != snapshot.serial()) {
                throw remote.problem().otherSnapshot(snapshot.name());
            }
            return document;
        } catch (IOException failure) {
            throw remote.problem().cannotRead(failure);
        }
    }

    private StateDocument parse(String name, byte[] data) {
        StateDocument document;
        try {
            document = StateDocuments.read(new ByteArrayInputStream(data), remote.encryption());
        } catch (IOException broken) {
            throw remote.problem().unreadable(name, "The snapshot", broken);
        }
        String environment = document.state().environment();
        if (!environment.equals(remote.environment())) {
            throw remote.problem().otherEnvironment(remote.problem().shown(name), environment);
        }
        return document;
    }

    @Override
    public StateVersion version() {
        return version(source.head());
    }

    private static StateVersion version(RemoteHead head) {
        return head.snapshot().isEmpty()
                ? StateVersion.NONE
                : new StateVersion(head.lineage(), head.serial(), head.journal());
    }

    @Override
    public void replace(StateDocument document, StateVersion expected) {
        try {
            source.check();
            byte[] data = write(document);
            Snapshot snapshot = new Snapshot(
                    create(document, data),
                    document.state().serial(),
                    sha256(data),
                    remote.settings().time().now());
            RemoteHead head = source.update(present -> commit(present, document, snapshot, expected));
            remote.sweep(head);
        } catch (IOException failure) {
            throw remote.problem().cannotWrite(failure);
        }
    }

    @Override
    public StateDocument settle(StateDocument same, StateDocument present) {
        try {
            source.check();
            source.update(head -> head.from(journal.next()));
            return present;
        } catch (IOException failure) {
            throw remote.problem().cannotWrite(failure);
        }
    }

    @Override
    public Object moment() {
        return List.of(version(), source.head().live());
    }

    private RemoteHead commit(RemoteHead present, StateDocument document, Snapshot snapshot, StateVersion expected) {
        if (!version(present).equals(expected)) {
            throw remote.problem().movedOn(expected.serial(), present.serial());
        }
        State state = document.state();
        return present.committed(
                state.lineage(),
                document.journal(),
                snapshot,
                journal.next(),
                remote.settings().backups());
    }

    /** Under a name that says serial and journal, or one like it where an earlier attempt left another there. */
    private String create(StateDocument document, byte[] data) throws IOException {
        String journalId = document.journal().isEmpty() ? UUID.randomUUID().toString() : document.journal();
        String name = "%s%06d-%s".formatted(FOLDER, document.state().serial(), journalId);
        for (int number = 1; ; number++) {
            String attempt = name + (number == 1 ? "" : "-" + number) + ".json";
            try {
                remote.objects().create(attempt, data);
                return attempt;
            } catch (RemoteConflictException used) {
                source.check();
            }
        }
    }

    private byte[] write(StateDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StateDocuments.write(document, remote.encryption(), bytes);
        return bytes.toByteArray();
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
