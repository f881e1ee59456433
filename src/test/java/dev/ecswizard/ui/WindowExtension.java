package dev.ecswizard.ui;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.testfx.framework.junit5.ApplicationExtension;

/// For tests of windows: as TestFX's own, with a robot that waits until the windows are laid out.
public final class WindowExtension extends ApplicationExtension {
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return new Hand();
    }
}
