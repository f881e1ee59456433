package dev.ecswizard.architecture.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecswizard.architecture.sandbox.WrongSandbox;

public record WrongAwsHelper(WrongSandbox sandbox, JsonNode json) {}
