package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.MarkedObjects;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.TypedRead;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** One host. All its objects are read with one script. */
public final class OnpremSession implements Session {
    /** The id of the machine, in the configuration that state records. */
    public static final String MACHINE = "machine_id";

    /** More objects than a host has, and less than a script can take. */
    private static final int BATCH_SIZE = 5_000;

    private static final int PARALLEL = 4;

    private final Host host;
    private final Function<String, Optional<ResourceType>> types;

    /**
     * A session that connects when it is first used.
     *
     * @param types the types of the provider by their names, since others may stand for them in what is read
     */
    public OnpremSession(
            HostSettings settings,
            ProviderContext context,
            Connection.Factory connections,
            Function<String, Optional<ResourceType>> types) {
        this.host = new Host(settings, context, connections);
        this.types = types;
    }

    public Host host() {
        return host;
    }

    /** Reads objects of one type. */
    public <T extends ResourceType & HostFacts> List<ReadResult> readAll(T type, List<ReadRequest> requests) {
        return host.facts()
                .read(List.of(new FactReader.Part(type.name(), type, requests)))
                .get(0);
    }

    @Override
    public List<ConcurrencyKey> concurrencyKeys(String type, MapValue attributes) {
        String name = "onprem/" + host.settings().address() + "/" + host.name();
        ConcurrencyKey any = new ConcurrencyKey(name, PARALLEL);
        boolean exclusive = types.apply(type).orElse(null) instanceof HostType found && found.isExclusive();
        return exclusive ? List.of(any, new ConcurrencyKey(name + "/exclusive", 1)) : List.of(any);
    }

    /** With the id of the machine where that answers, so that another address of it is not another place. */
    @Override
    public MapValue settled(MapValue configuration) {
        try {
            String machine = host.machine();
            return machine.isEmpty() ? configuration : configuration.with(MACHINE, Value.of(machine));
        } catch (ProviderException unreachable) {
            // Its objects tell, each by itself.
            return configuration;
        }
    }

    /** A machine is the same under whatever address. */
    @Override
    public boolean samePlace(MapValue recorded) {
        try {
            return recorded.text(MACHINE).filter(host.machine()::equals).isPresent();
        } catch (ProviderException unreachable) {
            throw new DiagnosticsException(unreachable.diagnostic().ofSession(), unreachable);
        }
    }

    /** The registry of the host tells them; entries of other states are none of this one's business. */
    @Override
    public MarkedObjects listMarked(BiPredicate<String, String> known) {
        try {
            return new MarkedObjects(host.registry().listOwn(known), false, Optional.empty());
        } catch (ProviderException failure) {
            return new MarkedObjects(
                    List.of(),
                    false,
                    Optional.of(new ReadResult.Unreadable(failure.diagnostic(), failure.readCause())));
        }
    }

    @Override
    public OptionalInt readBatchSize() {
        return OptionalInt.of(BATCH_SIZE);
    }

    @Override
    public List<ReadResult> read(List<TypedRead> reads) {
        Map<String, List<Integer>> byType = new LinkedHashMap<>();
        for (int i = 0; i < reads.size(); i++) {
            byType.computeIfAbsent(reads.get(i).type().name(), type -> new ArrayList<>())
                    .add(i);
        }
        List<FactReader.Part> parts = new ArrayList<>();
        byType.forEach((type, members) -> parts.add(new FactReader.Part(type, facts(type), requests(reads, members))));
        List<List<ReadResult>> answers = host.facts().read(parts);
        ReadResult[] results = new ReadResult[reads.size()];
        int part = 0;
        for (List<Integer> members : byType.values()) {
            for (int i = 0; i < members.size(); i++) {
                results[members.get(i)] = answers.get(part).get(i);
            }
            part++;
        }
        return Arrays.asList(results);
    }

    private static List<ReadRequest> requests(List<TypedRead> reads, List<Integer> members) {
        return members.stream().map(number -> reads.get(number).request()).toList();
    }

    private HostFacts facts(String type) {
        if (types.apply(type).orElse(null) instanceof HostFacts facts) {
            return facts;
        }
        throw new IllegalStateException(type + " is no type of a host");
    }

    @Override
    public void close() {
        host.close();
    }
}
