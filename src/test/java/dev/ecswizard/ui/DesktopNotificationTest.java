package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesktopNotificationTest {
    private static final String TITLE = "Stack web is complete";
    private static final String SENTENCE = "It's <b>done</b> & \"well\"; rm -rf $HOME `id`";

    private final List<List<String>> ran = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private boolean endsWell = true;
    private String missing = "";

    private boolean run(List<String> command, Map<String, String> more) throws IOException {
        ran.add(command);
        environment.putAll(more);
        if (command.getFirst().equals(missing)) {
            throw new IOException("no such file");
        }
        return endsWell;
    }

    private void tellOn(String system) {
        new DesktopNotification(new InOrder(), system, this::run).tell(TITLE, SENTENCE);
    }

    @ParameterizedTest
    @CsvSource({"Linux,notify-send", "Mac OS X,osascript", "Windows 11,powershell.exe"})
    void eachSystemHasItsProgram(String system, String program) {
        tellOn(system);
        assertThat(ran).singleElement().satisfies(command -> assertThat(command).startsWith(program));
    }

    @Test
    void linuxTakesTextsAsArgumentsAndMarkupIsEscaped() {
        tellOn("Linux");
        assertThat(ran.getFirst())
                .endsWith("--", TITLE, "It's &lt;b&gt;done&lt;/b&gt; &amp; \"well\"; rm -rf $HOME `id`");
    }

    @Test
    void macTakesThemAsArgumentsAndWindowsFromTheEnvironment() {
        tellOn("Mac OS X");
        assertThat(ran.getFirst()).endsWith(TITLE, SENTENCE);
        tellOn("Windows 11");
        assertThat(String.join(" ", ran.getLast())).doesNotContain(TITLE, "rm -rf");
        assertThat(environment).containsEntry("NOTICE_TITLE", TITLE).containsEntry("NOTICE_TEXT", SENTENCE);
    }

    @Test
    void withoutTheFirstProgramTheBusItselfIsAsked() {
        missing = "notify-send";
        tellOn("Linux");
        assertThat(ran).hasSize(2);
        assertThat(ran.getLast()).startsWith("gdbus", "call", "--session").contains("'" + TITLE + "'");
        assertThat(ran.getLast()).anyMatch(word -> word.startsWith("'It\\'s &lt;b"));
    }

    @Test
    void nothingIsSaidWhereNoneWorks() {
        endsWell = false;
        tellOn("Linux");
        missing = "osascript";
        tellOn("Mac OS X");
        assertThat(ran).hasSize(3);
    }
}
