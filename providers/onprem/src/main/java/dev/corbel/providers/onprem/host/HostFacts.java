package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import java.util.List;

/**
 * The part of a type in the fact script of a host: a fragment for the shell that looks at many objects, and a reader of its answer.
 *
 * <p>A fragment runs in a shell of its own, as root where the configuration says so, with {@code set -u}, {@code LC_ALL=C}, an
 * empty standard input and 20 seconds. It changes nothing, and forks few processes however many objects there are. It ends with success
 * unless nobody can tell anything: then its objects are unreadable, with its standard error as the reason. The
 * function {@code fact OBJECT FIELD VALUE} prints what {@link Facts} reads.
 */
public interface HostFacts {

    /**
     * Writes the fragment.
     *
     * @param requests each with attributes of which the key is known; values go through {@link ShellText#quote}
     */
    String fragment(List<ReadRequest> requests);

    /**
     * Reads the answer, which is complete, and ended with success. Answers each request, in order: {@link ReadResult.Absent} only
     * where the host said so in so many words. Attributes that a host cannot tell are taken from the request.
     */
    List<ReadResult> parse(Output output, List<ReadRequest> requests);
}
