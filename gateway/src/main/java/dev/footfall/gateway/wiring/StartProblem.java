package dev.footfall.gateway.wiring;

/** The gateway cannot start here. The message is one sentence for the operator: what, which value, what to do. */
public final class StartProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
