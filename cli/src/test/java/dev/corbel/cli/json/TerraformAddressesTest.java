package dev.corbel.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerraformAddressesTest {
    private static final Address APP = new Address(List.of(step("region", "eu-central-1"), step("app", "orders")));

    private static Step step(String kind, String label) {
        return new Step(kind, label, null);
    }

    private static Address in(Address component, String type, String name) {
        return component.child(type, name);
    }

    private static TerraformAddresses of(Address... all) {
        return TerraformAddresses.of(List.of(all).stream(), Map.of());
    }

    @Test
    void nameTheModulesAroundAResource() {
        Address service =
                in(APP.child("containers", null), "aws_ecs_service", "main").withKey("a\"b");
        TerraformAddresses addresses = of(service);

        assertThat(addresses.of(service))
                .isEqualTo("module.eu-central-1.module.orders.module.containers.aws_ecs_service.main[\"a\\\"b\"]");
        assertThat(addresses.keyless(service))
                .isEqualTo("module.eu-central-1.module.orders.module.containers.aws_ecs_service.main");
        assertThat(addresses.around(service)).contains("module.eu-central-1.module.orders.module.containers");
        assertThat(TerraformAddresses.local(service)).isEqualTo("aws_ecs_service.main");
        assertThat(addresses.of(Address.resource("data.aws_ami", "debian"))).isEqualTo("data.aws_ami.debian");
        assertThat(addresses.around(Address.resource("data.aws_ami", "debian"))).isEmpty();
    }

    @Test
    void standRelativeToTheModuleThatTheyAreReadIn() {
        Address queue = in(APP, "aws_sqs_queue", "jobs");
        Address bucket = in(APP.child("bucket", "files"), "aws_s3_bucket", "main");
        TerraformAddresses addresses = of(queue, bucket);

        assertThat(addresses.from(Optional.of(APP), queue)).isEqualTo("aws_sqs_queue.jobs");
        assertThat(addresses.from(Optional.of(APP), bucket)).isEqualTo("module.files.aws_s3_bucket.main");
        assertThat(addresses.from(bucket.parent(), queue))
                .isEqualTo("module.eu-central-1.module.orders.aws_sqs_queue.jobs");
        assertThat(addresses.from(Optional.empty(), queue)).isEqualTo(addresses.of(queue));
    }

    @Test
    void keepTheInstancesOfAComponentApart() {
        Address one = in(new Address(List.of(new Step("module", "dns", "a"))), "aws_route53_zone", "main");
        Address other = in(new Address(List.of(new Step("module", "dns", "b"))), "aws_route53_zone", "main");
        TerraformAddresses addresses = of(one, other);

        assertThat(addresses.of(one)).isEqualTo("module.dns[\"a\"].aws_route53_zone.main");
        assertThat(addresses.keyless(other)).isEqualTo("module.dns.aws_route53_zone.main");
        assertThat(addresses.name(one.parent().orElseThrow())).isEqualTo("dns");
        assertThat(addresses.from(one.parent(), one)).isEqualTo("aws_route53_zone.main");
        assertThat(addresses.from(one.parent(), other)).isEqualTo("module.dns[\"b\"].aws_route53_zone.main");
    }

    @Test
    void giveNoTwoComponentsOneNameInWhateverOrderTheyCome() {
        Address region = APP.parent().orElseThrow();
        List<Address> all = new ArrayList<>(List.of(
                in(region.child("app", "x"), "sim_object", "a"),
                in(region.child("bucket", "x"), "sim_object", "b"),
                in(region.child("app", "app-x"), "sim_object", "c"),
                in(region.child("module", "v1.2[0]"), "sim_object", "d"),
                in(region.child("module", "v1-2-0-"), "sim_object", "e"),
                in(region.child("app", "alone"), "sim_object", "f")));
        List<String> expected = List.of(
                "module.eu-central-1.module.app-x-2.sim_object.a",
                "module.eu-central-1.module.bucket-x.sim_object.b",
                "module.eu-central-1.module.app-x.sim_object.c",
                "module.eu-central-1.module.module-v1-2-0--2.sim_object.d",
                "module.eu-central-1.module.module-v1-2-0-.sim_object.e",
                "module.eu-central-1.module.alone.sim_object.f");

        TerraformAddresses addresses = TerraformAddresses.of(all.stream(), Map.of());
        assertThat(all.stream().map(addresses::of)).isEqualTo(expected);
        List<Address> backwards = new ArrayList<>(all);
        Collections.reverse(backwards);
        TerraformAddresses same = TerraformAddresses.of(backwards.stream(), Map.of());
        assertThat(all.stream().map(same::of)).isEqualTo(expected);
        assertThat(addresses.unusual()).hasSize(4).isEqualTo(same.unusual());

        // A plan that is shown from its file knows a part of them.
        TerraformAddresses part = TerraformAddresses.of(all.stream().limit(1), addresses.unusual());
        assertThat(part.of(all.get(0))).isEqualTo(expected.get(0));
    }
}
