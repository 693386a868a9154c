package org.secondlook.teams.card;

import java.util.List;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.Words;

/** Whether a section may stand where a whole channel sees it: the bot's own words, never anybody's answers. */
final class IsLight implements Section.Visitor<Boolean> {

    @Override
    public Boolean text(Words words) {
        return true;
    }

    @Override
    public Boolean heading(String words) {
        return true;
    }

    @Override
    public Boolean quote(String speaker, String words) {
        return false;
    }

    @Override
    public Boolean note(String label, String words) {
        return false;
    }

    @Override
    public Boolean facts(List<Section.Fact> facts) {
        return false;
    }

    @Override
    public Boolean items(List<Words> items) {
        return true;
    }

    @Override
    public Boolean callout(Section.Tone tone, Words words) {
        return true;
    }

    @Override
    public Boolean row(String label, String value, Action action) {
        return false;
    }

    @Override
    public Boolean buttons(List<Action> actions) {
        return true;
    }
}
