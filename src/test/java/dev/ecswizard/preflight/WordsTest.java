package dev.ecswizard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void everyCaseHasItsSentencesAndNoSentenceIsLeftOver() {
        var wanted = new TreeSet<String>();
        for (var each : Case.values()) {
            wanted.add("what." + each);
            if (!each.isGood()) {
                wanted.add("then." + each);
                wanted.add("fix." + each);
            }
        }
        for (var check : Check.values()) {
            wanted.add("check." + check);
        }
        for (var kind : Obstacle.Kind.values()) {
            if (kind != Obstacle.Kind.UNREAD) {
                wanted.add("obstacle." + kind);
                wanted.add("mend." + kind);
            }
        }
        var words = ResourceBundle.getBundle("dev.ecswizard.preflight.messages");
        assertThat(words.keySet().stream().filter(key -> key.matches("(what|then|fix|check|obstacle|mend)\\..*")))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }
}
