package dev.ecswizard.architecture.preflight;

import dev.ecswizard.architecture.deploy.WrongDeploy;

record WrongPreflight(WrongDeploy deploy) {}
