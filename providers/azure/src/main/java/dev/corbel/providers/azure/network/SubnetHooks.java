package dev.corbel.providers.azure.network;

import dev.corbel.clients.azure.ArmException;
import dev.corbel.providers.azure.arm.ArmHooks;

/** A subnet is held for a while by what stood in it: the services take their links away after their own end. */
final class SubnetHooks implements ArmHooks {
    @Override
    public boolean lingers(ArmException refusal) {
        return refusal.has("InUseSubnetCannotBeDeleted");
    }
}
