package dev.corbel.providers.aws.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class KmsAliasResourceTest {

    private static MapValue key(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_kms_key", moto)) {
            return bench.create(Values.map()).attributes();
        }
    }

    private static MapValue alias(Value key) {
        return Values.map("name", "alias/files", "target_key_id", key);
    }

    @Test
    void namesAKeyByItsArnAndThenAnother(MotoServer moto) throws Exception {
        MapValue first = key(moto);
        MapValue second = key(moto);
        try (Bench bench = Bench.of("aws_kms_alias", moto)) {
            ObjectState alias = bench.create(alias(first.get("arn")));

            assertThat(alias.attributes().text("arn")).hasValue("arn:aws:kms:eu-central-1:123456789012:alias/files");
            assertThat(alias.attributes().get("target_key_arn")).isEqualTo(first.get("arn"));
            assertThat(bench.read(alias)).isEqualTo(new ReadResult.Present(alias));

            ObjectState moved = bench.update(alias, alias(second.get("id")));

            assertThat(moved.attributes().get("target_key_arn")).isEqualTo(second.get("arn"));
            assertThat(bench.read(List.of(moved))).containsExactly(new ReadResult.Present(moved));
            assertThat(bench.type().importObject(bench.session(), "alias/files"))
                    .hasValue(moved);
            bench.delete(moved);
            bench.delete(moved);
            assertThat(bench.read(moved)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void aliasesOfAwsAreNotListed(MotoServer moto) throws Exception {
        MapValue key = key(moto);
        try (Bench bench = Bench.of("aws_kms_alias", moto)) {
            bench.create(alias(key.get("id")));

            assertThat(bench.type().list(bench.session())).containsExactly("alias/files");
        }
    }

    @Test
    void anAliasOfAnotherKeyIsNotTaken(MotoServer moto) throws Exception {
        MapValue ours = key(moto);
        MapValue theirs = key(moto);
        try (Bench bench = Bench.of("aws_kms_alias", moto)) {
            bench.create(alias(theirs.get("id")));

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(alias(ours.get("id"))))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The alias \"alias/files\" is there already",
                                            "It names another key than the one planned.")
                                    .withHint("To manage it: adopt('aws_kms_alias.test') { id = 'alias/files' }.")));
        }
    }

    @Test
    void aNamelessAliasGetsAName(MotoServer moto) throws Exception {
        MapValue key = key(moto);
        try (Bench bench = Bench.of("aws_kms_alias", moto)) {
            ObjectState nameless = bench.create(Values.map("target_key_id", key.get("id")));
            ObjectState begun = bench.create(Values.map("target_key_id", key.get("id"), "name_prefix", "alias/files-"));

            assertThat(nameless.attributes().text("name").orElseThrow()).matches("alias/test-[a-z0-9]{26}");
            assertThat(begun.attributes().text("name").orElseThrow()).matches("alias/files-[a-z0-9]{26}");
        }
    }

    @Test
    void refusesNameAndPrefixTogether() {
        assertThat(new KmsAliasResource()
                        .validate(Values.map("name", "alias/a", "name_prefix", "alias/b", "target_key_id", "k")))
                .containsExactly(Diagnostic.error("name conflicts with name_prefix", "Set one of them, or neither."));
    }
}
