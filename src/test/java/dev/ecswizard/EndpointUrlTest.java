package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://10.0.0.1:8443/aws",
                "http://127.0.0.1:4566",
                "http://127.255.0.9",
                "http://localhost:80/",
                "http://LOCALHOST",
                "http://[::1]:4566"
            })
    void httpsAndHttpOnThisMachineAreTaken(String url) {
        assertThat(EndpointUrl.of(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "http://127.0.0.1@example.com"
            })
    void anythingElseIsNot(String url) {
        assertThat(EndpointUrl.of(url)).isEmpty();
    }
}
