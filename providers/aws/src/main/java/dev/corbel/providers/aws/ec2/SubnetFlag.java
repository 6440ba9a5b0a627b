package dev.corbel.providers.aws.ec2;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameOptionsOnLaunch;
import software.amazon.awssdk.services.ec2.model.Subnet;

/**
 * Something that can be switched on and off at a subnet. EC2 takes one of them per call.
 *
 * @param attribute its name in the schema
 */
record SubnetFlag(
        String attribute,
        Function<Subnet, @Nullable Boolean> getter,
        BiConsumer<ModifySubnetAttributeRequest.Builder, AttributeBooleanValue> setter) {

    static final List<SubnetFlag> ALL = List.of(
            new SubnetFlag(
                    "assign_ipv6_address_on_creation",
                    Subnet::assignIpv6AddressOnCreation,
                    ModifySubnetAttributeRequest.Builder::assignIpv6AddressOnCreation),
            new SubnetFlag(
                    "map_public_ip_on_launch",
                    Subnet::mapPublicIpOnLaunch,
                    ModifySubnetAttributeRequest.Builder::mapPublicIpOnLaunch),
            new SubnetFlag("enable_dns64", Subnet::enableDns64, ModifySubnetAttributeRequest.Builder::enableDns64),
            new SubnetFlag(
                    "enable_resource_name_dns_a_record_on_launch",
                    option(PrivateDnsNameOptionsOnLaunch::enableResourceNameDnsARecord),
                    ModifySubnetAttributeRequest.Builder::enableResourceNameDnsARecordOnLaunch),
            new SubnetFlag(
                    "enable_resource_name_dns_aaaa_record_on_launch",
                    option(PrivateDnsNameOptionsOnLaunch::enableResourceNameDnsAAAARecord),
                    ModifySubnetAttributeRequest.Builder::enableResourceNameDnsAAAARecordOnLaunch));

    private static Function<Subnet, @Nullable Boolean> option(
            Function<PrivateDnsNameOptionsOnLaunch, @Nullable Boolean> option) {
        return subnet -> subnet.privateDnsNameOptionsOnLaunch() == null
                ? null
                : option.apply(subnet.privateDnsNameOptionsOnLaunch());
    }

    boolean isOn(Subnet subnet) {
        return Boolean.TRUE.equals(getter.apply(subnet));
    }

    void set(ModifySubnetAttributeRequest.Builder request, boolean on) {
        setter.accept(request, AttributeBooleanValue.builder().value(on).build());
    }
}
