/**
 * Types written as definitions: attributes with the place in a document that each maps to, and rules. A definition yields the
 * schema, the plan, the validation and the mapping between attributes and documents in both directions; where documents come
 * from (a REST interface, an SDK) it does not know.
 */
@NullMarked
package dev.corbel.providers.kit.definition;

import org.jspecify.annotations.NullMarked;
