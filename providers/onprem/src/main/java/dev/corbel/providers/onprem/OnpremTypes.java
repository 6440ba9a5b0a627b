package dev.corbel.providers.onprem;

import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.onprem.account.OnpremGroup;
import dev.corbel.providers.onprem.account.OnpremUser;
import dev.corbel.providers.onprem.balancer.OnpremDrain;
import dev.corbel.providers.onprem.balancer.OnpremHaproxy;
import dev.corbel.providers.onprem.file.OnpremArchive;
import dev.corbel.providers.onprem.file.OnpremDirectory;
import dev.corbel.providers.onprem.file.OnpremFile;
import dev.corbel.providers.onprem.firewall.OnpremFirewall;
import dev.corbel.providers.onprem.firewall.OnpremFirewallRule;
import dev.corbel.providers.onprem.machine.OnpremHost;
import dev.corbel.providers.onprem.postgresql.OnpremPostgresqlBackup;
import dev.corbel.providers.onprem.postgresql.OnpremPostgresqlDatabase;
import dev.corbel.providers.onprem.postgresql.OnpremPostgresqlRole;
import dev.corbel.providers.onprem.postgresql.OnpremPostgresqlServer;
import dev.corbel.providers.onprem.software.OnpremPackage;
import dev.corbel.providers.onprem.software.OnpremRepository;
import dev.corbel.providers.onprem.system.OnpremCommand;
import dev.corbel.providers.onprem.system.OnpremHostsEntry;
import dev.corbel.providers.onprem.system.OnpremSysctl;
import dev.corbel.providers.onprem.unit.OnpremContainer;
import dev.corbel.providers.onprem.unit.OnpremCronTimer;
import dev.corbel.providers.onprem.unit.OnpremService;
import dev.corbel.providers.onprem.unit.OnpremServiceStop;
import dev.corbel.providers.onprem.unit.OnpremSystemdUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The resource types, each built when it is first asked for. */
final class OnpremTypes {
    private static final Map<String, Supplier<ResourceType>> TYPES = Map.ofEntries(
            Map.entry(OnpremHost.TYPE, OnpremHost::new),
            Map.entry(OnpremArchive.TYPE, OnpremArchive::new),
            Map.entry(OnpremCommand.TYPE, OnpremCommand::new),
            Map.entry(OnpremContainer.TYPE, OnpremContainer::new),
            Map.entry(OnpremCronTimer.TYPE, OnpremCronTimer::new),
            Map.entry(OnpremDirectory.TYPE, OnpremDirectory::new),
            Map.entry(OnpremDrain.TYPE, OnpremDrain::new),
            Map.entry(OnpremFile.TYPE, OnpremFile::new),
            Map.entry(OnpremFirewall.TYPE, OnpremFirewall::new),
            Map.entry(OnpremFirewallRule.TYPE, OnpremFirewallRule::new),
            Map.entry(OnpremGroup.TYPE, OnpremGroup::new),
            Map.entry(OnpremHaproxy.TYPE, OnpremHaproxy::new),
            Map.entry(OnpremHostsEntry.TYPE, OnpremHostsEntry::new),
            Map.entry(OnpremPackage.TYPE, OnpremPackage::new),
            Map.entry(OnpremPostgresqlBackup.TYPE, OnpremPostgresqlBackup::new),
            Map.entry(OnpremPostgresqlDatabase.TYPE, OnpremPostgresqlDatabase::new),
            Map.entry(OnpremPostgresqlRole.TYPE, OnpremPostgresqlRole::new),
            Map.entry(OnpremPostgresqlServer.TYPE, OnpremPostgresqlServer::new),
            Map.entry(OnpremRepository.TYPE, OnpremRepository::new),
            Map.entry(OnpremService.TYPE, OnpremService::new),
            Map.entry(OnpremServiceStop.TYPE, OnpremServiceStop::new),
            Map.entry(OnpremSysctl.TYPE, OnpremSysctl::new),
            Map.entry(OnpremSystemdUnit.TYPE, OnpremSystemdUnit::new),
            Map.entry(OnpremUser.TYPE, OnpremUser::new));

    private static final Map<String, ResourceType> BUILT = new ConcurrentHashMap<>();

    static final Set<String> NAMES = TYPES.keySet();

    private OnpremTypes() {}

    static Optional<ResourceType> type(String name) {
        Supplier<ResourceType> supplier = TYPES.get(name);
        return supplier == null ? Optional.empty() : Optional.of(BUILT.computeIfAbsent(name, key -> supplier.get()));
    }
}
