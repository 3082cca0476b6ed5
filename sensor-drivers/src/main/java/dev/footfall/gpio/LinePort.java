package dev.footfall.gpio;

/** Where lines come from: the kernel, or a test. */
public interface LinePort {

    /**
     * Begins to watch lines, both edges.
     *
     * @throws LineProblem if they cannot be had
     */
    LineWatch watch(LineWish wish) throws LineProblem;
}
