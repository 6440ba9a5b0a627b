package dev.corbel.providers.simulator;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import java.util.Optional;

/** Looks up a {@code sim_object} by its id or by its name. */
final class SimObjectData implements DataSourceType {

    @Override
    public String name() {
        return SimObjectType.TYPE;
    }

    @Override
    public Schema schema() {
        return SimObjectSchema.DATA;
    }

    @Override
    public String description() {
        return "an object in the simulator's folder, by `id` or by `name`";
    }

    @Override
    public MapValue read(Session session, MapValue configuration) throws ProviderException {
        SimulatorSession simulator = (SimulatorSession) session;
        Optional<String> id = configuration.text(SimObjectSchema.ID);
        Optional<String> name = configuration.text(SimObjectSchema.NAME);
        if (id.isPresent() == name.isPresent()) {
            throw new ProviderException(Diagnostic.error(
                    "A lookup of a sim_object needs either id or name",
                    id.isPresent() ? "Both are given." : "Neither is given."));
        }
        Optional<SimObject> object = id.isPresent()
                ? SimObjectReading.byId(simulator, id.get())
                : SimObjectReading.byName(simulator, name.orElseThrow());
        return object.map(SimObject::attributes)
                .orElseThrow(() -> new ProviderException(Diagnostic.error(
                        id.isPresent()
                                ? "There is no sim_object with the id \"" + id.get() + "\""
                                : "There is no sim_object with the name \"" + name.orElseThrow() + "\"",
                        "Looked in the objects folder of the simulator's directory.")));
    }
}
