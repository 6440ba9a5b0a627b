package dev.corbel.emulators.arm;

/** Names that can be taken once in the world. */
final class Names implements TypeRule {
    private final String takenCode;

    Names(String takenCode) {
        this.takenCode = takenCode;
    }

    @Override
    public void check(Change change) {
        String name = change.path().name();
        boolean taken = change.world().isTaken(change.type().name(), name)
                || change.world().all().stream()
                        .anyMatch(other -> other.is(change.type().name())
                                && other.name().equalsIgnoreCase(name)
                                && !other.key().equals(change.path().key()));
        if (change.creates() && taken) {
            throw Refusal.conflict(takenCode, "The name '" + name + "' is already taken.");
        }
    }
}
