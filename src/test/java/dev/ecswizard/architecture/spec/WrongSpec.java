package dev.ecswizard.architecture.spec;

import dev.ecswizard.architecture.cloud.WrongCloud;
import dev.ecswizard.architecture.ui.WrongUi;

record WrongSpec(WrongCloud cloud, WrongUi ui) {}
