package dev.corbel.dist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who may read what was installed and write to none of it: another user where root runs the tests. */
final class Guest {
    private static final String ID = "65534";

    private Guest() {}

    /** Runs a program as the guest. */
    static Execution run(Path directory, Map<String, String> variables, List<String> command) {
        return Execution.of(directory, variables, isRoot() ? asGuest(command) : command);
    }

    /** Gives a folder, with all that is in it, to the guest. */
    static void give(Path folder) {
        if (isRoot()) {
            Execution.successful(folder, "chown", "-R", ID + ":" + ID, folder.toString());
        }
    }

    /** Takes all rights to write away. */
    static void protect(Path folder) {
        Execution.successful(folder, "chmod", "-R", "a-w,a+rX", folder.toString());
    }

    /** Gives the owner the right to write, so that the folder can be deleted. */
    static void release(Path folder) {
        Execution.successful(folder, "chmod", "-R", "u+w", folder.toString());
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> asGuest(List<String> command) {
        List<String> whole =
                new ArrayList<>(List.of("setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups", "--"));
        whole.addAll(command);
        return whole;
    }
}
