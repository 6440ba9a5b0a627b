package dev.corbel.cli.proof;

class ManyProcessesOnRemoteStateTest extends ManyProcesses {
    @Override
    Place place() {
        return Place.remote(2);
    }
}
