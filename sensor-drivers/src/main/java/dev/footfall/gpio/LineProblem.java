package dev.footfall.gpio;

/** Lines that cannot be had; the message is one sentence that names chip, line, who has it, and the remedy. */
public final class LineProblem extends Exception {
    private static final long serialVersionUID = 1L;

    public LineProblem(String message) {
        super(message);
    }
}
