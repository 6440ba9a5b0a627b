package dev.corbel.planner.planning.draft;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.Diagnostics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The problems of a plan in the order in which they came up, and the instances that are given up because of one. */
public final class PlanProblems {
    private final Diagnostics diagnostics = new Diagnostics();

    /** Instances that cannot be planned, since they or something they need has a problem that is reported already. */
    private final Set<Address> failed = new HashSet<>();

    public void add(Diagnostic problem) {
        diagnostics.add(problem);
    }

    public void addAll(List<Diagnostic> problems) {
        diagnostics.addAll(problems);
    }

    /** Gives up on an instance and everything that needs it. */
    public void fail(Address address, List<Diagnostic> problems) {
        failed.add(address);
        diagnostics.addAll(problems);
    }

    public boolean hasFailed(Address address) {
        return failed.contains(address);
    }

    /** Tells whether an instance failed, or something that it needs; then it counts as failed from now on. */
    public boolean hasFailed(Address address, List<Address> needed) {
        if (failed.isEmpty()) {
            return false;
        }
        boolean found = failed.contains(address) || needed.stream().anyMatch(failed::contains);
        if (found) {
            failed.add(address);
        }
        return found;
    }

    public List<Diagnostic> all() {
        return diagnostics.all();
    }

    /** The collection itself, for those who know nothing of instances. */
    public Diagnostics diagnostics() {
        return diagnostics;
    }
}
