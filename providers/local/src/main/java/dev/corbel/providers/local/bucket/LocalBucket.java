package dev.corbel.providers.local.bucket;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.local.place.LocalSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code local_bucket}: a folder for the files of an app. */
public final class LocalBucket implements ResourceType {
    public static final String TYPE = "local_bucket";

    private static final String NAME = "name";
    private static final String FORCE_DESTROY = "force_destroy";
    private static final String PATH = "path";
    private static final String URL = "url";
    private static final String TOKEN = "token";
    private static final String ATTRIBUTES = "attributes";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required(NAME, Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching(
                            "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
                            "a name of 3 to 63 small letters, digits, points and -"))
                    .describedAs("A name that no other bucket of the environment has."))
            .attribute(Attribute.optional(FORCE_DESTROY, Type.BOOLEAN)
                    .defaultsTo(Value.of(false))
                    .describedAs("Whether it is deleted though files are in it."))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("Its name."))
            .attribute(Attribute.computed(PATH, Type.STRING).describedAs("The folder with its files."))
            .attribute(Attribute.computed(URL, Type.STRING).describedAs("The same as a URL that begins with file:."))
            .build();

    @Override
    public String name() {
        return TYPE;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a folder for the files of an app", "its name", "name", "");
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        MapValue prior = request.prior() instanceof MapValue map ? map : MapValue.EMPTY;
        boolean isNew =
                request.isCreation() || new DesiredAttributes(proposed).changes(NAME, new DesiredAttributes(prior));
        return new PlannedObject(
                proposed.with("id", proposed.get(NAME))
                        .with(PATH, isNew ? Value.unknown() : prior.get(PATH))
                        .with(URL, isNew ? Value.unknown() : prior.get(URL)),
                Set.of());
    }

    @Override
    public List<ReadResult> read(Session session, List<ReadRequest> requests) {
        List<ReadResult> results = new ArrayList<>();
        for (ReadRequest request : requests) {
            try {
                results.add(look(session, nameOf(request.prior().attributes()))
                        .<ReadResult>map(ReadResult.Present::new)
                        .orElseGet(ReadResult.Absent::new));
            } catch (ProviderException failure) {
                results.add(new ReadResult.Unreadable(failure.diagnostic()));
            }
        }
        return results;
    }

    private static String nameOf(MapValue attributes) {
        return new DesiredAttributes(attributes).required(NAME);
    }

    private static BucketFolder folder(Session session, String name) {
        return BucketFolder.of(((LocalSession) session).place(), name);
    }

    private static Optional<ObjectState> look(Session session, String name) throws ProviderException {
        BucketFolder folder = folder(session, name);
        return onDisk(folder.folder(), folder::load).map(content -> {
            DesiredAttributes fields = new DesiredAttributes(content);
            return new ObjectState(
                    shown(fields.block(ATTRIBUTES).attributes(), folder.files()), fields.required(TOKEN));
        });
    }

    private static MapValue shown(MapValue stored, Path files) {
        return new Attributes(SCHEMA)
                .from(stored)
                .text("id", nameOf(stored))
                .text(PATH, files.toString())
                // A folder that is there gets a slash at the end.
                .text(URL, files.toUri().toString().replaceAll("/$", ""))
                .build();
    }

    @Override
    public List<String> list(Session session) throws ProviderException {
        LocalSession local = (LocalSession) session;
        return onDisk(local.place().folder(), () -> BucketFolder.names(local.place()));
    }

    @Override
    public Optional<ObjectState> importObject(Session session, String id) throws ProviderException {
        return look(session, id);
    }

    @Override
    public Optional<ObjectState> recover(Session session, CreateRequest request) throws ProviderException {
        return look(session, nameOf(request.planned()))
                .filter(found -> found.privateData().equals(request.token()));
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) throws ProviderException {
        ((LocalSession) session).expectChange();
        String name = nameOf(request.planned());
        Optional<ObjectState> found = look(session, name);
        if (found.isPresent() && !found.get().privateData().equals(request.token())) {
            throw new ProviderException(Diagnostic.error(
                            "There is a bucket called " + name + " already",
                            "Two buckets in an environment have different names.")
                    .withHint("Give " + request.address() + " another name."));
        }
        return save(session, name, request.planned(), request.token());
    }

    @Override
    public ObjectState update(Session session, UpdateRequest request) throws ProviderException {
        ((LocalSession) session).expectChange();
        String name = nameOf(request.prior().attributes());
        ObjectState found = look(session, name)
                .orElseThrow(() -> new ProviderException(
                        Diagnostic.error("The bucket " + name + " is gone", "It cannot be changed any more.")));
        return save(session, name, request.planned(), found.privateData());
    }

    private static ObjectState save(Session session, String name, MapValue planned, String token)
            throws ProviderException {
        BucketFolder folder = folder(session, name);
        MapValue attributes = shown(planned.fullyUnmarked(), folder.files());
        return onDisk(folder.folder(), () -> {
            folder.save(new MapValue(Map.of(TOKEN, Value.of(token), ATTRIBUTES, attributes)));
            return new ObjectState(attributes, token);
        });
    }

    @Override
    public void delete(Session session, DeleteRequest request) throws ProviderException {
        LocalSession local = (LocalSession) session;
        local.expectChange();
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        BucketFolder folder = folder(session, prior.required(NAME));
        boolean hasFiles = onDisk(folder.folder(), () -> {
            boolean isKept = !prior.isTrue(FORCE_DESTROY) && !folder.isEmpty();
            if (!isKept) {
                folder.delete();
                local.place().deleteEmpty();
            }
            return isKept;
        });
        if (hasFiles) {
            throw new ProviderException(Diagnostic.error(
                            "The bucket " + prior.required(NAME) + " has files",
                            "They are in " + folder.files() + ", and would be deleted with it.")
                    .withHint("Apply force_destroy = true first, or move them away."));
        }
    }

    /** Work on the disk. */
    @FunctionalInterface
    private interface Work<T> {
        T make() throws IOException;
    }

    private static <T> T onDisk(Path folder, Work<T> work) throws ProviderException {
        try {
            return work.make();
        } catch (IOException failure) {
            throw new ProviderException(Diagnostic.error(
                            "The folder " + folder + " cannot be used",
                            failure.getMessage() == null ? failure.toString() : failure.getMessage()))
                    .because(failure);
        }
    }
}
