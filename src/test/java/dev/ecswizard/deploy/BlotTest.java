package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlotTest {
    private static final String ACCOUNT = "123456789012";
    private final Blot blot = Blot.of(ACCOUNT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:role/ecs-web",
                "arn%3Aaws%3Acloudformation%3Aeu-west-1%3A123456789012%3Astack",
                "logs-123456789012-eu-west-1",
                "x123456789012x",
                "12345678901234567890123456789012"
            })
    void theAccountsOwnIdGoesWhereverItStands(String text) {
        assertThat(blot.in(text)).doesNotContain(ACCOUNT).contains("************");
    }

    @Test
    void otherAccountsGoWhereTheyStandAlone() {
        assertThat(blot.in("arn:aws:iam::210987654321:user/ops, 591542846629/al2023, (210987654321)"))
                .isEqualTo("arn:aws:iam::************:user/ops, ************/al2023, (************)");
        assertThat(blot.in("account 2109-8765-4321")).isEqualTo("account ************");
        assertThat(blot.in("210987654321.dkr.ecr.eu-west-1.amazonaws.com"))
                .isEqualTo("************.dkr.ecr.eu-west-1.amazonaws.com");
    }

    @Test
    void idsThatAnAccountCanBeComputedFromGo() {
        assertThat(blot.in("key AKIAQYLPMN5HHHFPZAM2 of AROAQYLPMN5HHHFPZAM2"))
                .isEqualTo("key ************ of ************");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i-0123456789abcdef0",
                "5b0b0b50-1c2d-11ef-9d4c-987654321098",
                "20260301100000",
                "2026-03-01T10:00:00.123456789Z",
                "vpc-9876543210987"
            })
    void whatIsNoAccountStays(String text) {
        assertThat(blot.in(text)).isEqualTo(text);
    }

    @Test
    void nothingIsBlottedUnasked() {
        assertThat(Blot.NONE.in("arn:aws:iam::123456789012:role/web")).contains(ACCOUNT);
    }
}
