package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class EndpointUrlTest {
    static final List<String> REFUSED = List.of(
            "",
            "x",
            "example.com:80",
            "http://example.com",
            "http://10.0.0.1",
            "http://127.0.0.1.example.com",
            "http://127.0.0.256",
            "http://127.1",
            "http://localhost.example.com",
            "http://0.0.0.0",
            "http://[::2]",
            "ftp://localhost",
            "file:///etc/passwd",
            "https:///x",
            "https://user:pw@example.com",
            "http://a@localhost",
            "https://example.com?x=1",
            "https://example.com#x",
            "https://exa mple.com",
            "http://localhost:70000",
            "http://127.0.0.1@example.com",
            "https://example.com:65536",
            "http://[::2]:65536",
            "http://[::ffff:10.0.0.1]",
            "http://[2001:db8::1]",
            "http://169.254.169.254",
            "localhost");

    static final List<String> ALLOWED = List.of(
            "https://example.com",
            "https://10.0.0.1:8443/aws",
            "http://127.0.0.1:4566",
            "http://127.255.0.9",
            "http://localhost:80/",
            "http://LOCALHOST",
            "http://[::1]:4566",
            "http://[0:0:0:0:0:0:0:1]",
            "http://[::ffff:127.0.0.1]:80");

    @ParameterizedTest
    @FieldSource("ALLOWED")
    void httpsAndHttpOnThisMachineAreTaken(String url) {
        assertThat(EndpointUrl.of(url)).isPresent();
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void anythingElseIsNot(String url) {
        assertThat(EndpointUrl.of(url)).isEmpty();
    }

    @Test
    void whoIsAskedAsIsLeftOutOfWhatIsSaid() {
        assertThat(EndpointUrl.shown("https://example.com/a")).isEqualTo("https://example.com/a");
        assertThat(EndpointUrl.shown("https://me:pw@example.com/a")).isEqualTo("https://example.com/a");
        assertThat(EndpointUrl.shown("me:p@w@example.com")).isEqualTo("example.com");
    }
}
