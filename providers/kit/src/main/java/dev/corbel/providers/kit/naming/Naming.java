package dev.corbel.providers.kit.naming;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Set;

/**
 * The names of a type's objects, where the service knows them by name and takes each name once.
 *
 * @param kind in an error, such as "DB subnet group"
 * @param attribute has the name; where there is an attribute of that name and {@code _prefix}, a name can be made up
 * @param maxLength the number of characters that the service takes
 * @param taken the codes with which the service refuses a name that is in use; none where it does not, but takes the
 *     creation of an object that is there for done or overwrites it, so that it is looked for first
 */
public record Naming(String kind, String attribute, int maxLength, Set<String> taken) {

    /** The name of a new object: the same each time that its operation is repeated. */
    public String of(CreateRequest request) {
        return request.planned()
                .text(attribute)
                .orElseGet(() -> GeneratedName.of(request, attribute + "_prefix", maxLength));
    }

    /** The name of an object that is there. */
    public String of(MapValue attributes) {
        return new DesiredAttributes(attributes).required(attribute);
    }

    /** Says that the name belongs to an object of somebody else. */
    public ProviderException refusal(CreateRequest request) {
        return refusal(request, of(request));
    }

    /**
     * The same, where {@code adopt} takes something else than the name.
     *
     * @param id of the object of somebody else
     */
    public ProviderException refusal(CreateRequest request, String id) {
        String name = of(request);
        return new ProviderException(Diagnostic.error(
                        "The " + kind + " \"" + name + "\" is there already",
                        "This account has a " + kind + " of this name that Corbel did not create here.")
                .withHint("To manage it: adopt('" + request.address() + "') { id = '" + id + "' }."));
    }
}
