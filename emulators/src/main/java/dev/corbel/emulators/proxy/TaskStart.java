package dev.corbel.emulators.proxy;

import java.util.List;

/**
 * The start of a task of a service.
 *
 * @param revision such as web:2
 * @param beside the revisions whose tasks still existed in the cluster at that moment, those that were stopping too
 */
public record TaskStart(String revision, List<String> beside) {}
