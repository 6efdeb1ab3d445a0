package io.dabbawala.gitwatcher.sprig;

import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.Functions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All functions of Sprig that are offered, and those that are refused with a reason. */
public final class Sprig {

    private static final List<String> RANDOM =
            List.of(
                    "randAlphaNum",
                    "randAlpha",
                    "randAscii",
                    "randNumeric",
                    "randInt",
                    "randBytes",
                    "shuffle",
                    "uuidv4",
                    "bcrypt",
                    "htpasswd",
                    "genPrivateKey",
                    "derivePassword",
                    "buildCustomCert",
                    "genCA",
                    "genCAWithKey",
                    "genSelfSignedCert",
                    "genSelfSignedCertWithKey",
                    "genSignedCert",
                    "genSignedCertWithKey",
                    "encryptAES",
                    "decryptAES");
    private static final List<String> CLOCK = List.of("now", "ago");

    /** Go's own functions and Sprig's. */
    public static Functions functions() {
        var all = new HashMap<String, Function>();
        Stream.of(
                        Texts.all(),
                        Cases.all(),
                        Cuts.all(),
                        Lists.all(),
                        Dicts.all(),
                        Numbers.all(),
                        Decimals.all(),
                        Defaults.all(),
                        Encodings.all(),
                        Regexes.all(),
                        Versions.all(),
                        Paths.all(),
                        Dates.all())
                .forEach(all::putAll);
        refuse(
                all,
                RANDOM,
                "random values are not offered: the same input must give the same text");
        refuse(all, CLOCK, "there is no clock here: the same input must give the same text");
        return Functions.builtin().with(all);
    }

    private static void refuse(Map<String, Function> all, List<String> names, String reason) {
        names.forEach(name -> all.put(name, Function.refused(reason)));
    }

    private Sprig() {}
}
