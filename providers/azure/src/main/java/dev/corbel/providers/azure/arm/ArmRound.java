package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.TypedRead;
import dev.corbel.providers.azure.arm.ArmReads.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One round of reads of objects of many types. */
public final class ArmRound {
    private ArmRound() {}

    /**
     * Reads all objects, each document once, and answers in order.
     *
     * @param typeByType reads objects of types that are not written for it
     */
    public static List<ReadResult> read(
            ArmSession session, List<TypedRead> reads, Function<List<TypedRead>, List<ReadResult>> typeByType) {
        ReadResult[] results = new ReadResult[reads.size()];
        List<Integer> ours = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < reads.size(); i++) {
            (reads.get(i).type() instanceof ArmReadable ? ours : others).add(i);
        }
        ArmReads documents = new ArmReads(session);
        documents.read(ours.stream()
                .map(reads::get)
                .map(ArmRound::wanted)
                .flatMap(Optional::stream)
                .toList());
        List<ReadResult> answers = session.batch().each(ours, number -> answer(session, documents, reads.get(number)));
        for (int i = 0; i < ours.size(); i++) {
            results[ours.get(i)] = answers.get(i);
        }
        if (!others.isEmpty()) {
            List<ReadResult> rest =
                    typeByType.apply(others.stream().map(reads::get).toList());
            for (int i = 0; i < others.size(); i++) {
                results[others.get(i)] = rest.get(i);
            }
        }
        return Arrays.asList(results);
    }

    /** The same for objects of one type. */
    static List<ReadResult> read(ArmSession session, ArmReadable type, List<ReadRequest> requests) {
        ArmReads documents = new ArmReads(session);
        documents.read(requests.stream()
                .map(request -> type.wanted(request.prior().attributes()))
                .flatMap(Optional::stream)
                .toList());
        return session.batch().each(requests, request -> type.answer(session, documents, request));
    }

    private static Optional<Wanted> wanted(TypedRead read) {
        return ((ArmReadable) read.type()).wanted(read.request().prior().attributes());
    }

    private static ReadResult answer(ArmSession session, ArmReads documents, TypedRead read) {
        return ((ArmReadable) read.type()).answer(session, documents, read.request());
    }
}
