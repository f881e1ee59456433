package dev.ecswizard.sandbox.faults;

import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Faults;
import dev.ecswizard.sandbox.protocol.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Limits how often an account may ask, by token buckets that the sandbox's clock refills:
///
/// | what shares a bucket, in each region | tokens | a second |
/// |---|---|---|
/// | an operation of EC2 that looks | 100 | 20 |
/// | DescribeInstances or DescribeSecurityGroups without filter, ids and page size | 50 | 10 |
/// | all operations of CloudFormation that look | 10 | 9 |
/// | an operation of any other service that looks | 50 | 20 |
///
/// EC2's figures are those of its developer guide ("Request throttling"); CloudFormation publishes none, 8 to 10 a
/// second were seen. Operations that change something are not limited.
public final class Throttle implements Faults {
    private static final Set<String> COSTLY = Set.of("DescribeInstances", "DescribeSecurityGroups");
    private static final Set<String> NARROWS =
            Set.of("Filter", "InstanceId", "GroupId", "GroupName", "MaxResults", "NextToken");

    private final double drained;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private Instant start;

    private static final double ROUNDING = 1e-9;

    private record Limit(String name, double tokens, double refill) {}

    /// @param drained how much of every bucket is gone at the first request of all: 0 nothing, 1 everything
    public Throttle(double drained) {
        this.drained = drained;
    }

    @Override
    public synchronized void refuse(Call call, Protocol protocol, Set<String> parameters) {
        start = start == null ? call.time() : start;
        limit(call, parameters).ifPresent(limit -> {
            var bucket = buckets.computeIfAbsent(
                    call.region() + " " + limit.name(), _ -> new Bucket(limit.tokens() * (1 - drained), start));
            if (!bucket.take(limit, call.time())) {
                throw protocol.throttled();
            }
        });
    }

    @Override
    public boolean losesAnswer(Call call) {
        return false;
    }

    private static Optional<Limit> limit(Call call, Set<String> parameters) {
        if (Operations.change(call)) {
            return Optional.empty();
        }
        var operation = call.service() + ":" + call.action();
        return Optional.of(
                switch (call.service()) {
                    case "ec2" ->
                        COSTLY.contains(call.action()) && parameters.stream().noneMatch(NARROWS::contains)
                                ? new Limit(operation + " of everything", 50, 10)
                                : new Limit(operation, 100, 20);
                    case "cloudformation" -> new Limit("cloudformation", 10, 9);
                    default -> new Limit(operation, 50, 20);
                });
    }

    private static final class Bucket {
        private double tokens;
        private Instant filled;

        Bucket(double tokens, Instant filled) {
            this.tokens = tokens;
            this.filled = filled;
        }

        boolean take(Limit limit, Instant now) {
            if (now.isAfter(filled)) {
                var seconds = Duration.between(filled, now).toNanos() / 1e9;
                tokens = Math.min(limit.tokens(), tokens + seconds * limit.refill());
                filled = now;
            }
            if (tokens < 1 - ROUNDING) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
