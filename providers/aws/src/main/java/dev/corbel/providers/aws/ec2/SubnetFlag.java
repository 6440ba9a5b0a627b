package dev.corbel.providers.aws.ec2;

import java.util.function.BiConsumer;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameOptionsOnLaunch;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** What can be switched on and off at a subnet. EC2 takes one of them per call. */
enum SubnetFlag {
    ASSIGN_IPV6(
            "assign_ipv6_address_on_creation",
            Subnet::assignIpv6AddressOnCreation,
            ModifySubnetAttributeRequest.Builder::assignIpv6AddressOnCreation),
    MAP_PUBLIC_IP(
            "map_public_ip_on_launch",
            Subnet::mapPublicIpOnLaunch,
            ModifySubnetAttributeRequest.Builder::mapPublicIpOnLaunch),
    DNS64("enable_dns64", Subnet::enableDns64, ModifySubnetAttributeRequest.Builder::enableDns64),
    A_RECORD(
            "enable_resource_name_dns_a_record_on_launch",
            options(PrivateDnsNameOptionsOnLaunch::enableResourceNameDnsARecord),
            ModifySubnetAttributeRequest.Builder::enableResourceNameDnsARecordOnLaunch),
    AAAA_RECORD(
            "enable_resource_name_dns_aaaa_record_on_launch",
            options(PrivateDnsNameOptionsOnLaunch::enableResourceNameDnsAAAARecord),
            ModifySubnetAttributeRequest.Builder::enableResourceNameDnsAAAARecordOnLaunch);

    private final String attribute;
    private final Function<Subnet, Boolean> getter;
    private final BiConsumer<ModifySubnetAttributeRequest.Builder, AttributeBooleanValue> setter;

    SubnetFlag(
            String attribute,
            Function<Subnet, Boolean> getter,
            BiConsumer<ModifySubnetAttributeRequest.Builder, AttributeBooleanValue> setter) {
        this.attribute = attribute;
        this.getter = getter;
        this.setter = setter;
    }

    private static Function<Subnet, Boolean> options(Function<PrivateDnsNameOptionsOnLaunch, Boolean> option) {
        return subnet -> subnet.privateDnsNameOptionsOnLaunch() != null
                && Boolean.TRUE.equals(option.apply(subnet.privateDnsNameOptionsOnLaunch()));
    }

    String attribute() {
        return attribute;
    }

    boolean isOn(Subnet subnet) {
        return Boolean.TRUE.equals(getter.apply(subnet));
    }

    void set(ModifySubnetAttributeRequest.Builder request, boolean on) {
        setter.accept(request, AttributeBooleanValue.builder().value(on).build());
    }
}
