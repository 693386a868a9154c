package org.secondlook.core.protocol.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.secondlook.core.protocol.CaseFact;
import org.secondlook.core.protocol.Form;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.yaml.Nearest;
import org.secondlook.core.yaml.Spelling;
import org.secondlook.core.yaml.Table;
import org.secondlook.core.yaml.Text;

/** Reads the forms of a pack, whose fields are filled from the record. */
final class FormsReader {

    private static final Pattern OF_STAGES = Pattern.compile("stages\\.(?<level>[a-z-]+)\\.(actions|outcome|learning)");
    private static final Pattern OF_DUTY = Pattern.compile("(?<duty>[a-z0-9-]+)\\.(record|reasons|outcome|date)");

    private final Reading reading;

    private FormsReader(Reading reading) {
        this.reading = reading;
    }

    static Map<String, Form> read(Table pack, Reading reading) {
        Map<String, Form> forms = new LinkedHashMap<>();
        pack.tables("forms", "form").forEach((id, row) -> forms.put(id, new FormsReader(reading).form(id, row)));
        return forms;
    }

    private Form form(String id, Table row) {
        String title = row.text("title");
        List<Text> fields = row.texts("fields");
        fields.forEach(field -> check(id, field));
        if (fields.isEmpty()) {
            row.fault("fields", "has no 'fields'. List what it shows.");
        }
        row.nothingElse();
        return reading.lines()
                .mark(
                        row.line(),
                        new Form(id, title, fields.stream().map(Text::value).toList()));
    }

    private void check(String form, Text field) {
        if (!isKnown(field.value())) {
            List<String> words = words().toList();
            reading.findings()
                    .fault(
                            field.line(),
                            ("Form %s has the field '%s', which nothing fills.%s Use a fact of the case, a question, "
                                            + "'<duty>.record' or 'stages.<level>.actions'.")
                                    .formatted(form, field.value(), Nearest.hint(field.value(), words)));
        }
    }

    private boolean isKnown(String field) {
        Matcher ofStages = OF_STAGES.matcher(field);
        if (ofStages.matches()) {
            String level = ofStages.group("level");
            return level.equals("all") || Spelling.find(level, Level.class).isPresent();
        }
        Matcher ofDuty = OF_DUTY.matcher(field);
        if (ofDuty.matches()) {
            return reading.names().has(Kind.DUTY, ofDuty.group("duty"));
        }
        return words().anyMatch(field::equals);
    }

    private Stream<String> words() {
        return Stream.concat(Spelling.all(CaseFact.class).stream(), reading.names().of(Kind.QUESTION).stream());
    }
}
