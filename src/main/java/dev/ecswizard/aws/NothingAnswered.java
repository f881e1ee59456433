package dev.ecswizard.aws;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/// Answers every request with nothing, here and now: no network is touched.
final class NothingAnswered implements SdkHttpClient {
    private static final String XML = """
            <Nothing><GetCallerIdentityResult><Account>000000000000</Account>\
            <Arn>arn:aws:iam::000000000000:user/nobody</Arn></GetCallerIdentityResult></Nothing>""";

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var isJson = request.httpRequest().firstMatchingHeader("X-Amz-Target").isPresent();
        var body = isJson ? "{}" : XML;
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder()
                                .statusCode(200)
                                .putHeader("Content-Type", isJson ? "application/x-amz-json-1.1" : "text/xml")
                                .putHeader("Content-Length", String.valueOf(bytes.length))
                                .build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
                        .build();
            }

            @Override
            public void abort() {}
        };
    }

    @Override
    public void close() {}
}
