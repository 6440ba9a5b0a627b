package dev.corbel.providers.onprem.postgresql;

import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.onprem.HostContract;

/** The provider contract of a type whose objects are in a server. */
abstract class InServerContract extends HostContract {

    InServerContract(TestHosts hosts) {
        super(hosts);
    }

    /** A type whose objects go by the server and a name. */
    abstract static class InServerSpecimen implements Specimen {
        private final String type;

        InServerSpecimen(String type) {
            this.type = type;
        }

        @Override
        public final String type() {
            return type;
        }

        @Override
        public final String importId(ObjectState object) {
            return object.attributes().text("server").orElseThrow() + "/"
                    + object.attributes().text("name").orElseThrow();
        }

        @Override
        public final String absentId() {
            return "15/main/absent";
        }
    }
}
