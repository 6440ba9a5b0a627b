package dev.corbel.cli.render;

/**
 * The sources that a Corbel was built from.
 *
 * @param commit the short id; empty where the build could not tell, as outside a Git repository
 * @param date of the commit, an ISO instant; empty where the build could not tell
 * @param modified whether files differed from the commit
 */
public record Build(String commit, String date, boolean modified) {
    /** Sources without a commit. */
    public static final Build UNKNOWN = new Build("", "", false);

    /** Tells whether the commit is known. */
    public boolean known() {
        return !commit.isEmpty();
    }

    /** The commit and its day, for people. */
    String line() {
        String day = date.length() < 10 ? date : date.substring(0, 10);
        return commit + (modified ? " and changes" : "") + (day.isEmpty() ? "" : ", " + day);
    }
}
