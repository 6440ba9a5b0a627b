package dev.corbel.planner.planning.resource;

/**
 * The causes to replace an object although nothing that it is made of asks for it.
 *
 * @param requested by {@code --replace}
 * @param triggered by {@code replaceTriggeredBy}
 * @param elsewhere its provider configuration is another one now, which reaches another place
 */
record ReplacementCauses(boolean requested, boolean triggered, boolean elsewhere) {}
