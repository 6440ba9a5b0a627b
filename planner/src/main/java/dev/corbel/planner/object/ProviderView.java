package dev.corbel.planner.object;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.state.model.StateObject;

/** Objects of state as providers see them: without marks. */
public final class ProviderView {
    private ProviderView() {}

    public static ObjectState of(StateObject object) {
        return new ObjectState(object.attributes().fullyUnmarked(), object.privateData());
    }
}
