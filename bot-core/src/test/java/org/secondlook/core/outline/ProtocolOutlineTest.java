package org.secondlook.core.outline;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondlook.core.calendar.BankHolidays;
import org.secondlook.core.calendar.Deadlines;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.message.Texts;
import org.secondlook.core.message.Wording;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.yaml.PackReader;
import org.secondlook.core.turn.SettableClock;

class ProtocolOutlineTest {

    static List<ProtocolId> packs() {
        return PackReader.BUNDLED;
    }

    @ParameterizedTest
    @MethodSource("packs")
    void saysWhatAPackMakesHappenAndWhen(ProtocolId pack) {
        Protocol protocol = PackReader.readBundled(pack).protocol();
        Wording wording = new Wording(Texts.shipped().with(protocol.texts()), Locale.ENGLISH);
        Deadlines deadlines = new Deadlines(new WorkingCalendar(
                protocol.calendar(), new BankHolidays(protocol.calendar().nation())));
        Stream<String> outline = new ProtocolOutline(wording, protocol).lines().stream();
        Stream<String> example = new WorkedExample(wording, protocol, deadlines)
                .from(SettableClock.instant("2026-12-01T10:00")).stream();

        Approvals.verify(
                String.join(
                                "\n",
                                Stream.of(outline, Stream.of(""), example)
                                        .flatMap(s -> s)
                                        .toList()) + "\n",
                new Options().forFile().withAdditionalInformation(pack.name()));
    }
}
