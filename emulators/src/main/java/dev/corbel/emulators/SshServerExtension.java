package dev.corbel.emulators;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an {@link SshServer}, which all tests of a module share; a test that changes the server starts one of its own. Where
 * there is none and none can be fetched the tests are skipped and say so; on CI ({@code CI=true}) they fail instead.
 */
public final class SshServerExtension implements ExecutionCondition, ParameterResolver {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Machine.needs(
                context, SshServer.isThere(), "there is no sshd or ssh-keygen on this machine, and no package of it");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SshServer.class;
    }

    @Override
    public SshServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SharedServers.get(SshServer.class, SshServer::start);
    }
}
