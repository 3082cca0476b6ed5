package dev.footfall.reason;

/** About the till and the rota. */
public sealed interface SalesReason extends Reason {
    @Says("no till")
    record NoTill() implements SalesReason {}

    @Says("no rota")
    record NoRota() implements SalesReason {}

    @Says("no staff were present")
    record NoStaff() implements SalesReason {}
}
