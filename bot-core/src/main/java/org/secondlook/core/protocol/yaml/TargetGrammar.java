package org.secondlook.core.protocol.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Target;
import org.secondlook.core.yaml.Nearest;
import org.secondlook.core.yaml.Spelling;

/** Reads where an outcome leads: {@code close}, {@code stay}, a stage, or {@code <one> when <flag> otherwise <another>}. */
final class TargetGrammar {

    static final String CLOSE = "close";
    static final String STAY = "stay";

    private static final Pattern BY_FLAG = Pattern.compile("(\\S+) when (\\S+) otherwise (\\S+)");

    private final Names names;

    TargetGrammar(Names names) {
        this.names = names;
    }

    Target parse(String words) throws NotUnderstood {
        Matcher byFlag = BY_FLAG.matcher(words);
        if (byFlag.matches()) {
            return new Target.ByFlag(flag(byFlag.group(2)), plain(byFlag.group(1)), plain(byFlag.group(3)));
        }
        if (words.contains(" ")) {
            throw new NotUnderstood(
                    "leads to '%s'. Write a stage, 'close' or 'stay', or '<one> when <flag> otherwise <another>'."
                            .formatted(words));
        }
        return plain(words);
    }

    private Target plain(String word) throws NotUnderstood {
        if (word.equals(CLOSE)) {
            return new Target.Close();
        }
        if (word.equals(STAY)) {
            return new Target.Stay();
        }
        if (names.has(Kind.STAGE, word)) {
            return new Target.ToStage(new StageId(word));
        }
        List<String> known = new ArrayList<>(names.of(Kind.STAGE));
        known.addAll(List.of(CLOSE, STAY));
        throw new NotUnderstood("leads to '%s', which is no stage.%s".formatted(word, Nearest.hint(word, known)));
    }

    private static Flag flag(String word) throws NotUnderstood {
        Optional<Flag> flag = Spelling.find(word, Flag.class);
        if (flag.isEmpty()) {
            throw new NotUnderstood("depends on '%s', which is no flag.%s"
                    .formatted(word, Nearest.hint(word, Spelling.all(Flag.class))));
        }
        return flag.get();
    }
}
