package dev.footfall.drivers.genericjson;

import dev.footfall.drivers.DriverOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The keys of a mapping, in the order of the documentation. */
enum Key {
    COUNTS("What the message tells; decides which of the other options are needed.", Counts.words()),
    EACH("Pointer to the array or object whose members are read one by one; pointers then start at the member."),
    ONLY_IF("Condition for reading a message, or a member, at all; others are a sign of life."),
    HEARTBEAT_IF("Condition that makes a message a sign of life and nothing else."),
    OFFLINE_IF("Condition that means that the sensor is gone."),
    DEVICE("The device's own id, compared with match.device; always from the whole message."),
    LINE("Which of the device's lines or registers it is about."),
    ID("The message's own id; the same id again is the same fact."),
    TIME("When it was; of a window, its end."),
    TIME_FORM("How times are written.", "auto", TimeForm.words()),
    START("When the window began."),
    SPAN("How long the window was: a pointer to a number, or a length like 60s."),
    SPAN_UNIT("The unit of a number of span.", "seconds", Unit.TIME),
    IN("People in."),
    OUT("People out."),
    VALUE("The one number of breaks, zone, parked and staff."),
    WIDTH("The number at which a cumulative counter starts again at 0, for example 65536."),
    BOOT("Names the device's run; a change is a restart."),
    UPTIME("How long the device has been running; a drop is a restart."),
    UPTIME_UNIT("The unit of uptime.", "seconds", Unit.TIME),
    DIRECTION("Word for the way of an event or a vehicle, in place of in and out."),
    IN_VALUES("The words of direction that mean in, separated by commas."),
    OUT_VALUES("The words of direction that mean out, separated by commas."),
    ENTRANCE("The entrance, where the message names one of ours."),
    ZONE("The device's name for the zone; zones maps it to ours."),
    TRACK("The tracker's id of a person."),
    X("Place on the floor plan, to the right of its left edge."),
    Y("Place on the floor plan, below its upper edge."),
    LENGTH_UNIT("The unit of x and y.", "metres", Unit.LENGTH),
    MAC("A radio device's address; becomes a pseudonym."),
    RSSI("Received signal strength in dBm."),
    PLATE("A vehicle's plate; becomes a pseudonym."),
    CAR_PARK("The car park, where the message names one of ours."),
    BAY("The device's name for a parking bay."),
    OCCUPIED("Whether the bay is taken."),
    OCCUPIED_VALUES("The values of occupied that mean taken, separated by commas; every other means free."),
    TRANSACTIONS("Sales since the last message."),
    AMOUNT("Their amount, in the store's currency."),
    BATTERY("Battery level in percent.");

    /** The keys in the form in which the configuration knows them. */
    static final List<DriverOption> OPTIONS =
            Arrays.stream(values()).map(Key::option).toList();

    private final String meaning;
    private final @Nullable String otherwise;
    private final List<String> allowed;

    Key(String meaning) {
        this(meaning, null, List.of());
    }

    Key(String meaning, List<String> allowed) {
        this(meaning, null, allowed);
    }

    Key(String meaning, @Nullable String otherwise, List<String> allowed) {
        this.meaning = meaning;
        this.otherwise = otherwise;
        this.allowed = allowed;
    }

    /** The option's key, for example {@code only-if}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private DriverOption option() {
        return new DriverOption(word(), defaultText(), allowed, meaning);
    }

    /** What holds where the option is not set. */
    @Nullable
    String defaultText() {
        return switch (this) {
            case IN_VALUES -> "in,enter,entry,true,1";
            case OUT_VALUES -> "out,exit,leave,false,0";
            case OCCUPIED_VALUES -> "true,1,occupied,on,taken";
            default -> otherwise;
        };
    }
}
