package dev.corbel.providers.azure.fact;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts of storage accounts and of what lies in them. Azure encrypts all of it, whatever an account says. */
public final class StorageFacts {
    private static final String REPLICATION = "account_replication_type";

    private StorageFacts() {}

    /** The facts of {@code azurerm_storage_account}. */
    public static List<Fact> ofAccount(MapValue account) {
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.Stores.here(DataKind.PRIMARY),
                Claims.always(Topic.ENCRYPTION_AT_REST),
                Claims.of(Topic.TLS, account, "https_traffic_only_enabled", "takes connections in plain text"),
                new Fact.Exposure(
                        Answer.of(account.get("allow_nested_items_to_be_public")),
                        "lets its containers be open to everybody",
                        Optional.empty(),
                        Claims.at("allow_nested_items_to_be_public")),
                new Fact.Owned("bucket")));
        copies(account).ifPresent(facts::add);
        return facts;
    }

    /** A copy in the paired region; where nobody knows which that is, nobody knows where the copy lies. */
    private static Optional<Fact> copies(MapValue account) {
        Value replication = account.get(REPLICATION);
        boolean local = !replication.isUnknown()
                && account.text(REPLICATION).filter(text -> text.contains("G")).isEmpty();
        if (local) {
            return Optional.empty();
        }
        Value region = account.text("location")
                .flatMap(PairedRegions::of)
                .<Value>map(Value::of)
                .orElse(Value.unknown());
        return Optional.of(new Fact.Stores(
                DataKind.REPLICA,
                Optional.of(replication.isUnknown() ? Value.unknown() : region),
                Claims.at(REPLICATION)));
    }

    /** The facts of {@code azurerm_storage_container}. */
    public static List<Fact> ofContainer(MapValue container) {
        return List.of(
                Fact.Stores.here(DataKind.PRIMARY),
                Claims.always(Topic.ENCRYPTION_AT_REST),
                new Fact.Exposure(
                        Claims.is(container.get("container_access_type"), "blob", "container"),
                        "lets everybody read what is in it",
                        Optional.empty(),
                        Claims.at("container_access_type")));
    }

    /** The facts of {@code azurerm_storage_share}. */
    public static List<Fact> ofShare(MapValue share) {
        return List.of(Fact.Stores.here(DataKind.PRIMARY), Claims.always(Topic.ENCRYPTION_AT_REST));
    }

    /** The facts of {@code azurerm_container_registry}. */
    public static List<Fact> ofRegistry(MapValue registry) {
        return List.of(
                Fact.Stores.here(DataKind.PRIMARY),
                Claims.always(Topic.ENCRYPTION_AT_REST),
                new Fact.Exposure(
                        Answer.of(registry.get("anonymous_pull_enabled")),
                        "lets everybody pull images",
                        Optional.empty(),
                        Claims.at("anonymous_pull_enabled")));
    }

    /** The facts of {@code azurerm_log_analytics_workspace}. */
    public static List<Fact> ofLogs(MapValue workspace) {
        return List.of(Fact.Stores.here(DataKind.LOG), Claims.always(Topic.ENCRYPTION_AT_REST));
    }
}
