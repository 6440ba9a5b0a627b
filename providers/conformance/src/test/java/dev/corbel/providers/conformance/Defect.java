package dev.corbel.providers.conformance;

/** What can be wrong with a type; each with the check that must find it. */
enum Defect {
    COMPUTED_ATTRIBUTE_HAS_A_DEFAULT("theSchemaIsSound"),
    TIMEOUT_OF_AN_UNKNOWN_CALL("timeoutsBatchesAndNameAreSound"),
    EMPTY_BATCHES("timeoutsBatchesAndNameAreSound"),
    REFUSES_WHAT_WORKS("aConfigurationThatWorksHasNoProblems"),
    REFUSES_THE_UNKNOWN("unknownValuesAreLetPass"),
    PLANS_OVER_THE_UNKNOWN("unknownValuesAreLetPass"),
    FAILS_FOR_FACTS_OF_THE_UNKNOWN("factsAreToldOfWhatIsKnownAlone"),
    FAILS_FOR_FACTS_OF_NOTHING("factsAreToldOfWhatIsKnownAlone"),
    ANSWERS_FOR_THE_UNKNOWN("factsAreToldOfWhatIsKnownAlone"),
    ANSWERS_FOR_THE_WHOLE_INSTEAD("factsAreToldOfWhatIsKnownAlone"),
    TELLS_A_REGION_OF_THE_UNKNOWN("factsAreToldOfWhatIsKnownAlone"),
    TELLS_DAYS_OF_THE_UNKNOWN("factsAreToldOfWhatIsKnownAlone"),
    IS_OPEN_BY_THE_UNKNOWN("factsAreToldOfWhatIsKnownAlone"),
    TELLS_A_FACT_OF_NO_ATTRIBUTE("factsAreToldOfWhatIsKnownAlone"),
    TELLS_NO_FACT_OF_THE_SENSITIVE("factsAreToldOfWhatIsKnownAlone"),
    CREATION_PLAN_OVERRULES_THE_DEFINITION("planningACreationKeepsWhatTheDefinitionSays"),
    CHANGE_PLAN_OVERRULES_THE_DEFINITION("planningAChangeKeepsWhatTheDefinitionSays"),
    PLANS_A_CHANGE_WHERE_NONE_IS("anUnchangedConfigurationPlansNoChange"),
    REPLACES_FOR_A_CHANGE_IN_PLACE("aChangeInPlaceReplacesNothing"),
    FORGETS_THAT_A_CHANGE_REPLACES("aChangeByReplacementSaysWhatItIsFor"),
    CREATES_SOMETHING_ELSE("creatingGivesWhatWasPlanned"),
    RETURNS_WRITE_ONLY_VALUES("creatingGivesWhatWasPlanned"),
    RETURNS_UNKNOWN_VALUES("creatingGivesWhatWasPlanned"),
    RETURNS_WHAT_THE_SCHEMA_LACKS("creatingGivesWhatWasPlanned"),
    READS_SOMETHING_ELSE("nothingHasDriftedRightAfterCreating"),
    LOSES_PRIVATE_DATA("nothingHasDriftedRightAfterCreating"),
    IS_ANOTHER_THAN_ITSELF("nothingHasDriftedRightAfterCreating"),
    IS_IN_ITSELF("nothingHasDriftedRightAfterCreating"),
    ANSWERS_OUT_OF_ORDER("readingManyAnswersInOrder"),
    LEAVES_OUT_THE_ABSENT("readingManyAnswersInOrder"),
    UPDATES_SOMETHING_ELSE("updatingGivesWhatWasPlanned"),
    UPDATES_BY_REPLACING("updatingGivesWhatWasPlanned"),
    CHANGES_WHERE_IT_ONLY_READS("aSessionThatReadsChangesNothing"),
    UPDATES_WHAT_IS_GONE("updatingWhatIsGoneFails"),
    FAILS_TO_DELETE_TWICE("deletingTwiceIsFine"),
    DELETES_NOTHING("deletingTwiceIsFine"),
    LISTS_NOTHING("theListHasWhatWasCreated"),
    IMPORTS_SOMETHING_ELSE("importingGivesWhatReadingGives"),
    IMPORTS_NOTHING("importingGivesWhatReadingGives"),
    IMPORTS_WHAT_THE_NEXT_PLAN_CHANGES("anImportedObjectPlansNoChange"),
    IMPORTS_WHAT_IS_NOT_THERE("importingWhatIsNotThereGivesNothing"),
    NEEDS_THE_OBJECT_THAT_IT_RETURNED("objectsSurviveBeingStored"),
    FAILS_WITHOUT_THE_OBJECT("aFailureCarriesWhatExists"),
    MIXES_UP_CONCURRENT_CREATIONS("manyAreCreatedAtOnce"),
    TAKES_A_KEY_TWICE("aNaturalKeyBelongsToOneObject"),
    FORGETS_TOKENS("theSameTokenGivesTheSameObject"),
    FINDS_NO_INTERRUPTED_CREATION("anInterruptedCreationIsFoundAgain"),
    FINDS_ANY_OBJECT("aCreationThatNeverHappenedIsNotFound"),
    TAKES_OBJECTS_OF_OTHERS("anObjectOfAnotherOperationIsNotTaken");

    private final String check;

    Defect(String check) {
        this.check = check;
    }

    String check() {
        return check;
    }
}
