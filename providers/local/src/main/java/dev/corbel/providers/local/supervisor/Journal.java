package dev.corbel.providers.local.supervisor;

/** What the supervisor tells its log. */
@FunctionalInterface
interface Journal {
    void note(String what);

    /** The same about a job. */
    default Journal about(JobName job) {
        return what -> note(job + " " + what);
    }
}
