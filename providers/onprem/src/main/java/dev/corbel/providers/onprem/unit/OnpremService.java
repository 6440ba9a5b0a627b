package dev.corbel.providers.onprem.unit;

import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Change;

/** {@code onprem_service}: a program that runs as a service, with limits, variables and a health check. */
public final class OnpremService extends ServiceType {
    public static final String TYPE = "onprem_service";

    public OnpremService() {
        super(TYPE, ServiceSchema.ofService());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a program that runs as a service of systemd", "none", "name", "");
    }

    @Override
    ServiceText text(DesiredAttributes service) {
        return new ServiceText(service);
    }

    /** The program is there before. */
    @Override
    void fetch(Change change) {}

    @Override
    void tidy(Change change) {}
}
