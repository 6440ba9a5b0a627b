package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.arm.ArmReads.Wanted;
import java.util.Optional;

/** A type whose objects are read from documents that others may need as well. */
interface ArmReadable {

    /** The document that an object is read from; empty where it cannot be there. */
    Optional<Wanted> wanted(MapValue known);

    /** The answer, once the documents were read. */
    ReadResult answer(ArmSession session, ArmReads reads, ReadRequest request);
}
