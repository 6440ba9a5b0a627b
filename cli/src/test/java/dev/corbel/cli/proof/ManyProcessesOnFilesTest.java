package dev.corbel.cli.proof;

class ManyProcessesOnFilesTest extends ManyProcesses {
    @Override
    Place place() {
        return Place.FILES;
    }
}
