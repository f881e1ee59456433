package dev.ecswizard.preflight;

import dev.ecswizard.template.Question;

/// What a check can find, each with sentences of its own.
enum Case {
    TEMPLATE_SOUND(Check.TEMPLATE, Verdict.PASSED, Question.RECIPE),
    TEMPLATE_REFUSED(Check.TEMPLATE, Verdict.FAILED, Question.RECIPE),
    VALID(Check.VALIDATION, Verdict.PASSED, Question.RECIPE),
    INVALID(Check.VALIDATION, Verdict.FAILED, Question.RECIPE),
    NOTHING_TO_VALIDATE(Check.VALIDATION, Verdict.UNCHECKED, Question.RECIPE),
    LAUNCH_TEMPLATE(Check.LAUNCH_CONFIGURATION, Verdict.PASSED, Question.RECIPE),
    LAUNCH_CONFIGURATION(Check.LAUNCH_CONFIGURATION, Verdict.UNCHECKED, Question.RECIPE),
    LAUNCH_CONFIGURATION_TOO_OLD(Check.LAUNCH_CONFIGURATION, Verdict.FAILED, Question.RECIPE),

    STACK_FREE(Check.STACK_NAME, Verdict.PASSED, Question.STACK_NAME),
    STACK_EXISTS(Check.STACK_NAME, Verdict.FAILED, Question.STACK_NAME),
    STACK_BUSY(Check.STACK_NAME, Verdict.FAILED, Question.STACK_NAME),
    STACK_BEING_DELETED(Check.STACK_NAME, Verdict.FAILED, Question.STACK_NAME),
    STACK_IN_REVIEW(Check.STACK_NAME, Verdict.FAILED, Question.STACK_NAME),
    STACK_ROLLED_BACK(Check.STACK_NAME, Verdict.FAILED, Question.STACK_NAME),
    STACK_LEFT_AS_IT_FAILED(Check.STACK_NAME, Verdict.FAILED, Question.STACK_NAME),
    STACK_HALF_CREATED(Check.STACK_NAME, Verdict.FAILED, Question.STACK_NAME),
    STACK_HALF_DELETED(Check.STACK_NAME, Verdict.FAILED, Question.STACK_NAME),
    STACK_STUCK(Check.STACK_NAME, Verdict.FAILED, Question.STACK_NAME),
    STACK_CHANGED(Check.STACK_NAME, Verdict.PASSED, Question.STACK_NAME),
    CLUSTER_FREE(Check.CLUSTER_NAME, Verdict.PASSED, Question.STACK_NAME),
    CLUSTER_GENERATED(Check.CLUSTER_NAME, Verdict.PASSED, Question.STACK_NAME),
    CLUSTER_TAKEN(Check.CLUSTER_NAME, Verdict.FAILED, Question.STACK_NAME),
    CLUSTER_OWN(Check.CLUSTER_NAME, Verdict.PASSED, Question.STACK_NAME),
    ROLE_FREE(Check.ROLE_NAME, Verdict.PASSED, Question.STACK_NAME),
    ROLE_GENERATED(Check.ROLE_NAME, Verdict.PASSED, Question.STACK_NAME),
    ROLE_TAKEN(Check.ROLE_NAME, Verdict.FAILED, Question.STACK_NAME),
    ROLE_OWN(Check.ROLE_NAME, Verdict.PASSED, Question.STACK_NAME),
    MAY(Check.PERMISSIONS, Verdict.PASSED, Question.RECIPE),
    MAY_AS_ROOT(Check.PERMISSIONS, Verdict.PASSED, Question.RECIPE),
    MAY_NOT(Check.PERMISSIONS, Verdict.FAILED, Question.RECIPE),
    MAY_PERHAPS(Check.PERMISSIONS, Verdict.WARNING, Question.RECIPE),
    NOBODY_TO_ASK_FOR(Check.PERMISSIONS, Verdict.UNCHECKED, Question.RECIPE),

    WAY_CLEAR(Check.WAY_OUT, Verdict.PASSED, Question.SUBNETS),
    WAY_WITHOUT_TASKS(Check.WAY_OUT, Verdict.WARNING, Question.SUBNETS),
    WAY_WITHOUT_SESSIONS(Check.WAY_OUT, Verdict.WARNING, Question.SUBNETS),
    WAY_OF_OWNER(Check.WAY_OUT, Verdict.WARNING, Question.SUBNETS),
    WAY_UNKNOWN(Check.WAY_OUT, Verdict.WARNING, Question.SUBNETS),
    WAY_NONE(Check.WAY_OUT, Verdict.FAILED, Question.SUBNETS),
    SUBNET_GONE(Check.WAY_OUT, Verdict.FAILED, Question.SUBNETS),
    EGRESS_OPEN(Check.EGRESS, Verdict.PASSED, Question.SOURCE_SECURITY_GROUP),
    EGRESS_OF_BALANCER(Check.EGRESS, Verdict.WARNING, Question.SOURCE_SECURITY_GROUP),
    EGRESS_OF_NOBODY(Check.EGRESS, Verdict.UNCHECKED, Question.SOURCE_SECURITY_GROUP),
    GROUP_FINE(Check.SECURITY_GROUP, Verdict.PASSED, Question.SOURCE_SECURITY_GROUP),
    GROUP_GONE(Check.SECURITY_GROUP, Verdict.FAILED, Question.SOURCE_SECURITY_GROUP),
    ADDRESSES_ENOUGH(Check.ADDRESSES, Verdict.PASSED, Question.SUBNETS),
    ADDRESSES_FEW(Check.ADDRESSES, Verdict.WARNING, Question.CLUSTER_MAX_SIZE),
    ADDRESSES_UNEVEN(Check.ADDRESSES, Verdict.WARNING, Question.SUBNETS),
    ADDRESSES_LACKING(Check.ADDRESSES, Verdict.FAILED, Question.SUBNETS),
    ADDRESSES_OF_CHANGE(Check.ADDRESSES, Verdict.WARNING, Question.SUBNETS),
    ADDRESSES_OF_NOTHING(Check.ADDRESSES, Verdict.UNCHECKED, Question.SUBNETS),

    OFFERED(Check.OFFERED, Verdict.PASSED, Question.INSTANCE_TYPE),
    OFFERED_NOWHERE(Check.OFFERED, Verdict.FAILED, Question.INSTANCE_TYPE),
    OFFERED_ELSEWHERE(Check.OFFERED, Verdict.FAILED, Question.INSTANCE_TYPE),
    OFFERED_IN_PART(Check.OFFERED, Verdict.WARNING, Question.ALTERNATE_INSTANCE_TYPES),
    VCPUS_ENOUGH(Check.VCPUS, Verdict.PASSED, Question.INSTANCE_TYPE),
    VCPUS_UNLIMITED(Check.VCPUS, Verdict.PASSED, Question.INSTANCE_TYPE),
    VCPUS_FEW(Check.VCPUS, Verdict.WARNING, Question.CLUSTER_MAX_SIZE),
    VCPUS_LACKING(Check.VCPUS, Verdict.FAILED, Question.INSTANCE_TYPE),
    VCPUS_OF_CHANGE(Check.VCPUS, Verdict.WARNING, Question.INSTANCE_TYPE),
    VCPUS_OF_NO_TYPE(Check.VCPUS, Verdict.UNCHECKED, Question.INSTANCE_TYPE),
    IMAGE_FINE(Check.IMAGE, Verdict.PASSED, Question.IMAGES),
    IMAGE_GONE(Check.IMAGE, Verdict.FAILED, Question.IMAGES),
    IMAGE_ENDED(Check.IMAGE, Verdict.FAILED, Question.IMAGES),
    IMAGE_OF_OTHER_ARCHITECTURE(Check.IMAGE, Verdict.FAILED, Question.IMAGES),
    IMAGE_DEPRECATED(Check.IMAGE, Verdict.WARNING, Question.IMAGES),
    IMAGE_OF_STRANGERS(Check.IMAGE, Verdict.WARNING, Question.IMAGES),
    IMAGE_OF_OTHERS(Check.IMAGE, Verdict.WARNING, Question.IMAGES),
    KEY_FINE(Check.KEY_PAIR, Verdict.PASSED, Question.KEY_NAME),
    KEY_NOT_WANTED(Check.KEY_PAIR, Verdict.PASSED, Question.KEY_NAME),
    KEY_GONE(Check.KEY_PAIR, Verdict.FAILED, Question.KEY_NAME);

    private final Check check;
    private final Verdict verdict;
    private final Question question;

    Case(Check check, Verdict verdict, Question question) {
        this.check = check;
        this.verdict = verdict;
        this.question = question;
    }

    Check check() {
        return check;
    }

    Verdict verdict() {
        return verdict;
    }

    /// Where to go about it.
    Question question() {
        return question;
    }

    boolean isGood() {
        return verdict == Verdict.PASSED;
    }
}
