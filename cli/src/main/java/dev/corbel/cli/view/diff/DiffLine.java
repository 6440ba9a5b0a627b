package dev.corbel.cli.view.diff;

/**
 * One line of a comparison.
 *
 * @param depth how far it is indented, counted in levels
 * @param note a remark behind the text, such as {@code forces replacement}; may be empty
 */
public record DiffLine(Mark mark, int depth, String text, String note) {
    /** The change of the value that the line shows. */
    public enum Mark {
        SAME(" "),
        ADD("+"),
        REMOVE("-"),
        CHANGE("~"),
        /** A remark of the view's own. */
        REMARK(" ");

        private final String symbol;

        Mark(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    DiffLine(Mark mark, int depth, String text) {
        this(mark, depth, text, "");
    }

    static DiffLine hidden(int depth, int count, String one, String many) {
        return new DiffLine(Mark.REMARK, depth, "# " + count + " unchanged " + (count == 1 ? one : many) + " hidden");
    }

    DiffLine withNote(String remark) {
        return new DiffLine(mark, depth, text, remark);
    }
}
