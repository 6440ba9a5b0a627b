package dev.corbel.providers.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

class DbInstanceChangesTest {
    private static final MapValue ORDERS = Values.map(
            "identifier",
            "orders",
            "engine",
            "postgres",
            "allocated_storage",
            20,
            "storage_type",
            "gp3",
            "iops",
            3000,
            "storage_throughput",
            125);

    private static Optional<ModifyDbInstanceRequest> request(MapValue prior, MapValue planned) {
        return new DbInstanceChanges(new DesiredAttributes(prior), new DesiredAttributes(planned)).request();
    }

    private static ModifyDbInstanceRequest.Builder call() {
        return ModifyDbInstanceRequest.builder().dbInstanceIdentifier("orders").applyImmediately(false);
    }

    @Test
    void callsNothingWhereOnlyCorbelKnowsTheDifference() {
        assertThat(request(ORDERS, ORDERS.with("skip_final_snapshot", Value.of(true))))
                .isEmpty();
    }

    @Test
    void sendsNoRatesForStorageThatTakesNone() {
        assertThat(request(ORDERS, ORDERS.with("allocated_storage", Value.of(40))))
                .hasValue(call().allocatedStorage(40).build());
    }

    @Test
    void sendsRatesWithStorageThatTakesThem() {
        MapValue large = ORDERS.with("allocated_storage", Value.of(400));

        assertThat(request(large, large.with("iops", Value.of(16000))))
                .hasValue(call().allocatedStorage(400)
                        .iops(16000)
                        .storageThroughput(125)
                        .build());
        MapValue provisioned = ORDERS.with("storage_type", Value.of("io2"));
        assertThat(request(provisioned, provisioned.with("allocated_storage", Value.of(100))))
                .hasValue(call().allocatedStorage(100).iops(3000).build());
    }

    @Test
    void endsTheGrowthOfStorageAtItsSize() {
        MapValue growing = ORDERS.with("max_allocated_storage", Value.of(100));

        assertThat(request(growing, ORDERS))
                .hasValue(call().maxAllocatedStorage(20).build());
        assertThat(request(ORDERS, growing))
                .hasValue(call().maxAllocatedStorage(100).build());
    }

    @Test
    void sendsAPasswordWhenItChangesAndWhenAwsNoLongerManagesIt() {
        MapValue managed = ORDERS.with("manage_master_user_password", Value.of(true));
        MapValue own = ORDERS.with("password", Value.sensitive(Value.of("a-long-secret")));

        assertThat(request(ORDERS, own))
                .hasValue(call().masterUserPassword("a-long-secret").build());
        assertThat(request(managed, own))
                .hasValue(call().manageMasterUserPassword(false)
                        .masterUserPassword("a-long-secret")
                        .build());
        assertThat(request(own, managed))
                .hasValue(call().manageMasterUserPassword(true).build());
    }

    @Test
    void sendsAPasswordThatIsNotStoredWithEachNewVersion() {
        MapValue first = ORDERS.with("password_wo_version", Value.of(1));
        MapValue second = ORDERS.with("password_wo_version", Value.of(2)).with("password_wo", Value.of("another"));

        assertThat(request(first, first.with("password_wo", Value.of("another"))))
                .isEmpty();
        assertThat(request(first, second))
                .hasValue(call().masterUserPassword("another").build());
    }
}
