package dev.corbel.dsl.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.component.Components;
import org.junit.jupiter.api.Test;

/** Keywords are found where they may stand. */
class KeywordsTest {

    @Test
    void aKeywordIsFoundWhereItMayStand() {
        assertThat(Keywords.block(Level.ENVIRONMENT, "state")).contains(Keywords.STATE);
        assertThat(Keywords.block(Level.MODULE, "state")).isEmpty();
        assertThat(Keywords.placesOf("state")).contains("environments");
        assertThat(Keywords.placesOf("stat")).isEmpty();
    }

    @Test
    void oneNameMayBeABlockHereAndAnAttributeThere() {
        assertThat(Keywords.block(Level.ENVIRONMENT, "provider")).contains(Keywords.PROVIDER);
        assertThat(Keywords.attribute(Level.ENVIRONMENT, "provider")).isEmpty();
        assertThat(Keywords.attribute(Level.RESOURCE, "provider")).contains(Keywords.RESOURCE_PROVIDER);
        assertThat(Keywords.block(Level.RESOURCE, "provider")).isEmpty();
    }

    @Test
    void componentsAreKeywordsOfFilesAndComponentsButNotOfResources() {
        for (String kind : Components.kinds()) {
            assertThat(Keywords.block(Level.COMPONENT, kind).map(Keyword::name)).contains(kind);
            assertThat(Keywords.block(Level.RESOURCE, kind)).isEmpty();
        }
        assertThat(Keywords.names(Level.DATA)).containsExactly("dependsOn", "lifecycle", "provider");
    }
}
