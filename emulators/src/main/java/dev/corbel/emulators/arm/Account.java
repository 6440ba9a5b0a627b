package dev.corbel.emulators.arm;

/**
 * The account that the simulator has.
 *
 * @param client the id of the application that gets tokens
 * @param principal the object id of its service principal
 */
record Account(String tenant, String subscription, String client, String secret, String principal) {
    /** The ids are no secrets, and neither is the secret: it opens nothing but simulators. */
    static final Account SIMULATED = new Account(
            "72000000-0000-4000-8000-0000000000aa",
            "50000000-0000-4000-8000-000000000001",
            "c1000000-0000-4000-8000-000000000001",
            "simulated",
            "0b000000-0000-4000-8000-000000000001");
}
