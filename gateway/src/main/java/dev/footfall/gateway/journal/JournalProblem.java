package dev.footfall.gateway.journal;

/** The data folder cannot be used. The message is one sentence for the operator: what, which value, what to do. */
public final class JournalProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalProblem(String message) {
        super(message);
    }

    public JournalProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
