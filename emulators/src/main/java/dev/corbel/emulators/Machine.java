package dev.corbel.emulators;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The tools of the machine that tests run on. */
public final class Machine {
    private static final Map<List<String>, Boolean> TRIED = new ConcurrentHashMap<>();

    private Machine() {}

    /** Whether a command ends well, which is tried once. */
    static boolean runs(String... command) {
        return TRIED.computeIfAbsent(List.of(command), Machine::endsWell);
    }

    /** Whether there is a program, by its name or the one that an environment variable gives. */
    static boolean has(String variable, String program) {
        return runs(System.getenv().getOrDefault(variable, program), "--version");
    }

    private static boolean endsWell(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Tests run where the machine has what they need, and on CI; else they are skipped and say why. */
    public static ConditionEvaluationResult needs(ExtensionContext test, boolean there, String reason) {
        return uses(test, there || "true".equals(System.getenv("CI")), reason);
    }

    /** Tests run where the machine has what they use; else they are skipped and say why, on CI, too. */
    static ConditionEvaluationResult uses(ExtensionContext test, boolean there, String reason) {
        if (there) {
            return ConditionEvaluationResult.enabled("the machine has what this needs");
        }
        System.out.println(test.getDisplayName() + ": Skipped, since " + reason);
        return ConditionEvaluationResult.disabled("Skipped, since " + reason);
    }
}
