package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A stack that is followed while the way to it is lost for half an hour, and comes up meanwhile. Time passes when
/// somebody waits; nobody waits for the half hour, since the machine sleeps.
public final class LostHalfHour implements Pace {
    public static final String ID = "arn:aws:cloudformation:eu-west-1:123456789012:stack/web/1";
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    /// In seconds from the start.
    private static final double BREAKS = 2;

    private static final double MENDS = 1802;

    private final Runnable passed;
    private final List<Progress> told = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private volatile double seconds;

    /// @param passed told when time has passed
    public LostHalfHour(Runnable passed) {
        this.passed = passed;
    }

    @Override
    public Instant now() {
        return START.plusMillis((long) (seconds * 1000));
    }

    @Override
    public void pause(Duration duration) {
        seconds += duration.toMillis() / 1000.0;
        passed.run();
    }

    /// Whether the way is lost just now.
    public boolean isLost() {
        return seconds >= BREAKS && !isOver();
    }

    private boolean isOver() {
        return seconds >= MENDS;
    }

    /// What CloudFormation says to a request's body.
    public String answer(String asked) {
        return asked.contains("Action=DescribeStacks") ? stacks() : events();
    }

    /// Hears what a look has seen.
    public void hear(Progress progress) {
        told.add(progress);
        times.add(seconds);
        if (progress.trouble().isPresent() && seconds < MENDS - 10) {
            // the machine sleeps until just before the way is back
            seconds = MENDS - 3;
        }
    }

    /// Those looks that did not see everything: the first after the way was lost is one of them, the first after it is
    /// back none.
    public List<Progress> troubled() {
        var troubled =
                told.stream().filter(progress -> progress.trouble().isPresent()).toList();
        assertThat(troubled)
                .isNotEmpty()
                .allSatisfy(progress -> assertThat(progress.ending()).isEmpty());
        assertThat(times.get(told.indexOf(troubled.getFirst()))).isLessThan(BREAKS + 2);
        var mended = told.stream()
                .filter(progress -> progress.trouble().isEmpty() && times.get(told.indexOf(progress)) > BREAKS)
                .findFirst();
        assertThat(times.get(told.indexOf(mended.orElseThrow()))).isLessThan(MENDS + 2);
        assertThat(told.getLast().events()).hasSize(2);
        return troubled;
    }

    private String stacks() {
        return "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackId>" + ID
                + "</StackId><StackName>web</StackName><CreationTime>" + START + "</CreationTime><StackStatus>"
                + (isOver() ? "CREATE_COMPLETE" : "CREATE_IN_PROGRESS")
                + "</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>";
    }

    private String events() {
        return "<DescribeStackEventsResponse><DescribeStackEventsResult><StackEvents>"
                + (isOver() ? event("e2", MENDS, "CREATE_COMPLETE") : "")
                + event("e1", 0, "CREATE_IN_PROGRESS")
                + "</StackEvents></DescribeStackEventsResult></DescribeStackEventsResponse>";
    }

    private static String event(String id, double at, String status) {
        return "<member><StackId>" + ID + "</StackId><EventId>" + id + "</EventId><StackName>web</StackName>"
                + "<LogicalResourceId>web</LogicalResourceId><PhysicalResourceId>" + ID + "</PhysicalResourceId>"
                + "<ResourceType>AWS::CloudFormation::Stack</ResourceType><Timestamp>"
                + START.plusMillis((long) (at * 1000)) + "</Timestamp><ResourceStatus>" + status
                + "</ResourceStatus></member>";
    }
}
