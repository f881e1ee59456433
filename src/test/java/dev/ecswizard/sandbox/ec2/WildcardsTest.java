package dev.ecswizard.sandbox.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {
    @ParameterizedTest
    @CsvSource({
        "web,web,true",
        "web,webs,false",
        "web,we,false",
        "Web,web,false",
        "*,'',true",
        "*,anything,true",
        "w*,web,true",
        "*b,web,true",
        "*e*,web,true",
        "*x*,web,false",
        "w?b,web,true",
        "w?b,wb,false",
        "???,web,true",
        "a*b*c,aXbXbXc,true",
        "a*b*c,aXcXb,false",
        "'','',true",
        "'',a,false",
        "w\\*b,w*b,true",
        "w\\*b,web,false",
        "w\\?b,w?b,true",
        "w\\\\b,w\\b,true",
        "w\\,w\\,true",
        "w.b,web,false",
        "(w,(w,true",
    })
    void aValueMatches(String value, String text, boolean matches) {
        assertThat(new Wildcards(value).match(text)).isEqualTo(matches);
    }

    @Test
    void manyStarsTakeNoTime() {
        var value = new Wildcards("*a".repeat(5_000) + "b");
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(value.match("a".repeat(10_000))).isFalse());
    }
}
