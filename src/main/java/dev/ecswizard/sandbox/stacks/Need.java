package dev.ecswizard.sandbox.stacks;

/// What has to be done to a resource to make it what it is to be.
enum Need {
    NOTHING,
    ALTERATION,
    REPLACEMENT;

    /// @param wanted worked out with all that it needs as it will be
    static Need of(Member member, Making wanted) {
        var schema = ResourceTypes.schema(member.declared().type());
        var differences = Difference.between(member.properties(), wanted.properties());
        var limit = RollingPolicy.replacesGroup(wanted.updatePolicy()) ? Recreation.CONDITIONALLY : Recreation.ALWAYS;
        if (differences.stream().anyMatch(one -> schema.recreation(one.path()).compareTo(limit) >= 0)) {
            return REPLACEMENT;
        }
        var isSame = differences.isEmpty()
                && member.metadata().equals(wanted.metadata())
                && (!schema.isTaggable() || member.tags().equals(wanted.tags()));
        return isSame && !member.is("UPDATE_FAILED") ? NOTHING : ALTERATION;
    }
}
