package dev.corbel.providers.onprem.software;

import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.List;
import java.util.Optional;

class RepositoryContractTest extends HostContract {
    /** A repository of the packages that hosts have in /srv/debs, signed by a key that is made for it. */
    private static final String SIGN = """
            if [ ! -e /srv/signed/key.asc ]; then
                export GNUPGHOME=/root/.signing
                mkdir -p -m 0700 $GNUPGHOME && mkdir -p /srv/signed && cp -r /srv/debs/dists /srv/signed/ &&
                gpg --batch --quiet --passphrase '' --quick-generate-key test ed25519 sign never &&
                for release in /srv/signed/dists/*/Release; do
                    gpg --batch --quiet --clearsign --output "${release%Release}InRelease" "$release" || exit 1
                done &&
                gpg --batch --armor --export test > /srv/signed/key.asc
            fi
            """;

    private final String key;

    RepositoryContractTest(TestHosts hosts) {
        super(hosts);
        host().run(SIGN);
        this.key = host().run("cat /srv/signed/key.asc");
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_repository", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name",
                        "r" + distinct,
                        "uris",
                        List.of("file:/srv/signed"),
                        "suites",
                        List.of("bookworm"),
                        "components",
                        List.of("main"),
                        "key",
                        key);
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("architectures", Value.list(Value.of("amd64")));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another")));
            }
        };
    }
}
