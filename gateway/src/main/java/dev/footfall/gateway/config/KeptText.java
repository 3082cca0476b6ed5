package dev.footfall.gateway.config;

import java.util.regex.Pattern;

/** The configuration's text as it may be kept beside what was measured with it: without secrets and lists of addresses. */
public final class KeptText {
    private static final Pattern SECRET =
            Pattern.compile("(?m)(?<![\\w-])(\"?(?:[a-z-]*secret|password|token|validator|ignore)\"?[ \\t]*:[ \\t]*)"
                    + "(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[|>][^\\n]*(?:\\n[ \\t]+[^\\n]*)*|[^,}#\\n]+)");

    private KeptText() {}

    /** The text with the values of secret options blanked; still YAML. */
    public static String of(String yaml) {
        return SECRET.matcher(yaml).replaceAll("$1\"***\"");
    }
}
