package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadResult.Unreadable;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads objects of many types with one script. */
final class FactReader {
    private final Host host;

    /** The objects of one type in one script. */
    record Part(String type, HostFacts facts, List<ReadRequest> requests) {}

    FactReader(Host host) {
        this.host = host;
    }

    List<ReadResult> read(HostType type, List<ReadRequest> requests) {
        return read(List.of(new Part(type.name(), type, requests))).get(0);
    }

    /** Answers the requests of each part, in order. */
    List<List<ReadResult>> read(List<Part> parts) {
        Script script = Script.of(
                "Reading " + host.name(),
                FactScript.of(
                        parts.stream()
                                .map(part -> part.facts().fragment(part.requests()))
                                .toList(),
                        !host.context().isReading()));
        Output output;
        try {
            output = host.ask(script);
        } catch (ProviderException failure) {
            return unreadable(parts, new Unreadable(failure.diagnostic(), failure.readCause()));
        }
        Optional<FactScript.Answer> answer = FactScript.read(output, parts.size());
        if (answer.isEmpty()) {
            return unreadable(parts, HostProblems.noFacts(host, output));
        }
        String machine = answer.get().machine();
        host.answeredBy(machine);
        List<List<ReadResult>> results = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            results.add(onThisMachine(
                    parts.get(i), parsed(parts.get(i), answer.get().sections().get(i)), machine));
        }
        return results;
    }

    private List<ReadResult> parsed(Part part, Output section) {
        if (!section.succeeded()) {
            return unreadable(part, HostProblems.brokenSection(host, part.type(), section));
        }
        try {
            List<ReadResult> results = part.facts().parse(section, part.requests());
            if (results.size() == part.requests().size()) {
                return results;
            }
            return unreadable(
                    part, HostProblems.wrongAnswer(host, part.type(), "it answers another number of objects"));
        } catch (RuntimeException unexpected) {
            return unreadable(part, HostProblems.wrongAnswer(host, part.type(), unexpected.toString()));
        }
    }

    /** Nothing that is on another machine can be told from here, and least of all that it is gone. */
    private List<ReadResult> onThisMachine(Part part, List<ReadResult> results, String machine) {
        List<ReadResult> checked = new ArrayList<>(results.size());
        for (int i = 0; i < results.size(); i++) {
            ReadRequest request = part.requests().get(i);
            checked.add(
                    Mark.isElsewhere(request.prior(), machine)
                            ? new Unreadable(
                                    HostProblems.otherMachine(host, request.prior(), machine),
                                    ReadResult.Cause.UNREACHABLE)
                            : results.get(i));
        }
        return checked;
    }

    private static List<List<ReadResult>> unreadable(List<Part> parts, Unreadable reason) {
        return parts.stream().map(part -> unreadable(part, reason)).toList();
    }

    private static List<ReadResult> unreadable(Part part, Unreadable reason) {
        return Collections.nCopies(part.requests().size(), reason);
    }
}
