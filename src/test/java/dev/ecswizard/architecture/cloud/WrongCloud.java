package dev.ecswizard.architecture.cloud;

import dev.ecswizard.architecture.template.WrongTemplate;

public record WrongCloud(WrongTemplate template) {}
