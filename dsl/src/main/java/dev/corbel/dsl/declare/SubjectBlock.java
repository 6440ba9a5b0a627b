package dev.corbel.dsl.declare;

import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Map;

/** A block about something: what it is about, and what the block says. */
public record SubjectBlock(
        Scope scope, BlockCall.Located subject, Map<String, DeclaredValue.Written> contents, SourceRange range) {}
