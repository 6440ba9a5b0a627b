package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.ResourceType.PreflightRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.naming.GeneratedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The snapshot that is taken of an instance before it goes. */
final class LastSnapshot {
    private static final int MAX_NAME_LENGTH = 255;

    private LastSnapshot() {}

    /** Its name; empty where none is taken, or where it has none. */
    static Optional<String> name(DesiredAttributes instance, String token) {
        if (instance.isTrue("skip_final_snapshot")) {
            return Optional.empty();
        }
        return instance.attributes().text("final_snapshot_identifier").or(() -> instance.attributes()
                .text("final_snapshot_identifier_prefix")
                .map(prefix -> GeneratedName.of(prefix, token, MAX_NAME_LENGTH)));
    }

    /** What AWS would refuse once all that uses the instance is gone. */
    static List<Diagnostic> problems(AwsSession session, List<PreflightRequest> deletions) {
        return session.batch().each(deletions, deletion -> problems(session, deletion)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Diagnostic> problems(AwsSession session, PreflightRequest deletion) {
        DesiredAttributes instance = new DesiredAttributes(deletion.attributes());
        List<Diagnostic> problems = new ArrayList<>();
        if (instance.isTrue("deletion_protection")) {
            problems.add(DbInstanceDeletion.isProtected(instance.required("identifier")));
        }
        deletion.attributes()
                .text("final_snapshot_identifier")
                .filter(name -> !instance.isTrue("skip_final_snapshot") && isThere(session, name))
                .ifPresent(name -> problems.add(taken(instance.required("identifier"), name)));
        return problems.stream().map(problem -> problem.at(deletion.address())).toList();
    }

    private static boolean isThere(AwsSession session, String name) {
        return Rds.ifFound(() -> Rds.client(session).describeDBSnapshots(request -> request.dbSnapshotIdentifier(name)))
                .filter(answer -> !answer.dbSnapshots().isEmpty())
                .isPresent();
    }

    private static Diagnostic taken(String identifier, String name) {
        return Diagnostic.error(
                        "There is a snapshot \"" + name + "\" already",
                        "The last one of the DB instance \"" + identifier
                                + "\" is to have this name. Nothing was deleted.")
                .withHint(
                        "Apply another final_snapshot_identifier first, or a final_snapshot_identifier_prefix, which is"
                                + " never taken; or delete the snapshot.");
    }
}
