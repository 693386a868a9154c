package org.secondlook.core.conversation;

import java.util.List;
import java.util.Locale;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.Texts;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Wording;
import org.secondlook.core.message.Words;

/** What can be said to anybody, in any state: nothing of it depends on a case, a directory or a working store. */
public final class FixedViews {

    private final Wording wording;

    public FixedViews(Texts texts) {
        this.wording = new Wording(texts, Locale.ENGLISH);
    }

    /** X-5 for somebody the directory does not know. */
    public View stranger() {
        return view("X-5s", wording.words("X-5s.body"));
    }

    /** a fault of ours, with what support needs to find it. */
    public View fault(String reference) {
        return view("X-6", wording.words("X-6.body", "reference", reference));
    }

    /** What was pressed is stored, but its screen could not be shown. */
    public View openAgain() {
        return view("X-7", wording.words("X-7.body"));
    }

    private View view(String id, Words words) {
        return new View(
                id,
                wording.say(id + ".title"),
                wording.say("notice.read"),
                List.of(new Section.Text(words)),
                List.of(),
                List.of());
    }
}
