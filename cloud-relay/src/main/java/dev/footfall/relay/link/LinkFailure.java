package dev.footfall.relay.link;

/**
 * Why a link to a broker does not work.
 *
 * @param refused true if trying again is useless until somebody changes something
 * @param why one sentence for an operator: what, with which value, and what to do where we know
 */
public record LinkFailure(boolean refused, String why) {

    public static LinkFailure passing(String why) {
        return new LinkFailure(false, why);
    }

    public static LinkFailure refused(String why) {
        return new LinkFailure(true, why);
    }
}
