package dev.ecswizard.aws;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Notices a web page where AWS's answer should be: a network's sign-in page would else pass for an empty list.
final class WebPageAnswer implements ExecutionInterceptor {
    private static final int GLANCE = 256;

    /// What stands for it among the causes of a failed call.
    static final class WebPage extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return context.responseBody().map(body -> {
            var buffered = new BufferedInputStream(body);
            if (context.httpResponse().isSuccessful() && isWebPage(buffered)) {
                throw SdkClientException.create("web page", new WebPage());
            }
            return buffered;
        });
    }

    private static boolean isWebPage(InputStream body) {
        try {
            body.mark(GLANCE);
            var start = new String(body.readNBytes(GLANCE), StandardCharsets.UTF_8);
            body.reset();
            var text = start.stripLeading().toLowerCase(Locale.ROOT);
            return text.startsWith("<!doctype html") || text.startsWith("<html");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
