package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.Ec2Client;

@ExtendWith(MotoExtension.class)
class EipResourceTest {

    private static String networkInterface(Bench bench, Network network) {
        Ec2Client ec2 = Ec2.client(bench.session());
        return ec2.createNetworkInterface(
                        request -> request.subnetId(network.subnet().toString()))
                .networkInterface()
                .networkInterfaceId();
    }

    @Test
    void allocatesAnAddressWithItsNames(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_eip", moto)) {
            ObjectState address = bench.create(Values.map("domain", "vpc", "tags", Values.map("Name", "nat-a")));

            MapValue attributes = address.attributes();
            String id = attributes.text("id").orElseThrow();
            String ip = attributes.text("public_ip").orElseThrow();
            assertThat(id).startsWith("eipalloc-");
            assertThat(attributes.text("allocation_id")).hasValue(id);
            assertThat(attributes.text("arn")).hasValue("arn:aws:ec2:eu-central-1:123456789012:elastic-ip/" + id);
            assertThat(attributes.text("public_dns"))
                    .hasValue("ec2-" + ip.replace('.', '-') + ".eu-central-1.compute.amazonaws.com");
            assertThat(attributes.text("private_dns")).hasValue("");
            assertThat(attributes.get("tags_all")).isEqualTo(Values.map("Name", "nat-a", "team", "network"));
            assertThat(bench.plan(attributes, Values.map("domain", "vpc", "tags", Values.map("Name", "nat-a")))
                            .attributes()
                            .entries())
                    .isEqualTo(attributes.entries());
        }
    }

    @Test
    void goesFromOneNetworkInterfaceToAnother(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        try (Bench bench = Bench.of("aws_eip", moto)) {
            String first = networkInterface(bench, network);
            String second = networkInterface(bench, network);
            ObjectState address = bench.create(Values.map("network_interface", first));

            ObjectState moved = bench.update(address, Values.map("network_interface", second));
            ObjectState freed = bench.update(moved, Values.map("network_interface", ""));

            assertThat(address.attributes().text("network_interface")).hasValue(first);
            assertThat(moved.attributes().text("network_interface")).hasValue(second);
            assertThat(moved.attributes().text("private_dns").orElseThrow())
                    .isEqualTo("ip-"
                            + moved.attributes()
                                    .text("private_ip")
                                    .orElseThrow()
                                    .replace('.', '-')
                            + ".eu-central-1.compute.internal");
            assertThat(freed.attributes().text("association_id")).hasValue("");
            assertThat(bench.read(freed)).isEqualTo(new ReadResult.Present(freed));
        }
    }

    @Test
    void isReleasedWhileSomethingHasIt(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        try (Bench bench = Bench.of("aws_eip", moto)) {
            ObjectState address = bench.create(Values.map("network_interface", networkInterface(bench, network)));

            bench.delete(address);

            assertThat(bench.read(address)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void doesNotForeseeWhoHasItOnceItChanges(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_eip", moto)) {
            ObjectState address = bench.create(Values.map());

            MapValue planned = bench.plan(address.attributes(), Values.map("tags", Values.map("Name", "nat-a")))
                    .attributes();

            assertThat(planned.get("network_interface")).isEqualTo(Value.unknown());
            assertThat(planned.get("association_id")).isEqualTo(Value.unknown());
            assertThat(planned.get("public_ip")).isEqualTo(address.attributes().get("public_ip"));
        }
    }

    @Test
    void goesToAnInstanceOrToANetworkInterface() {
        assertThat(new EipResource().validate(Values.map("instance", "i-1", "network_interface", "eni-1")))
                .containsExactly(
                        Diagnostic.error("instance conflicts with network_interface", "Set one of them, or neither."));
    }
}
