package dev.ecswizard.architecture.template;

import dev.ecswizard.architecture.cloud.WrongCloud;

public record WrongTemplate(WrongCloud cloud) {}
