package dev.ecswizard.cloud;

/// How many hosts an Auto Scaling group is to have, at least, as things are, and at most.
public record GroupSizes(int least, int desired, int most) {}
