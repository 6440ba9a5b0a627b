package dev.corbel.dsl.library;

import java.util.List;
import java.util.Set;

/**
 * The list of all that is allowed. Everything in it gives the same result for the same input, in each process and on each
 * machine, and reaches nothing but its input: no clock, no randomness, no files, no network, no threads, no reflection, no
 * identity of objects, no default of the machine.
 */
public final class Families {
    /** Methods of every value. */
    private static final Family ANY = Family.of(
            "any value", "java.lang.Object", "asBoolean asType equals inspect isCase isNotCase tap toString with", "");

    private static final Family TEXT = Family.of(
            "texts", "java.lang.String java.lang.CharSequence groovy.lang.GString", """
            all any bitwiseNegate capitalize center charAt codePointAt collect collectEntries collectMany
            collectReplacements compareTo compareToIgnoreCase concat contains containsIgnoreCase contentEquals count
            countBy decodeBase64 decodeBase64Url decodeHex digest drop dropRight dropWhile each eachLine eachMatch
            eachWithIndex endsWith endsWithAny endsWithIgnoreCase equalsIgnoreCase every expand expandLine find findAll
            findIndexOf findIndexValues findLastIndexOf findResult findResults first format formatted getAt getBytes
            getChars getLength groupBy hashCode head indent indexOf indexed init inject isAllWhitespace isBigDecimal
            isBigInteger isBlank isDouble isEmpty isFloat isInteger isLong isNumber join last lastIndexOf length matches
            md5 minus multiply next normalize padLeft padRight plus previous readLines regionMatches repeat replace
            replaceAll replaceFirst reverse sha256 size split splitEachLine startsWith startsWithAny
            startsWithIgnoreCase strip stripIndent stripLeading stripMargin stripTrailing subSequence substring tail take
            takeAfter takeBefore takeBetween takeRight takeWhile toBigDecimal toBigInteger toBoolean toCharArray
            toCharacter toDouble toFloat toInteger toList toLong toLowerCase toSet toShort toURI toUpperCase tokenize tr
            translateEscapes trim uncapitalize unexpand unexpandLine withIndex
            """, "format join valueOf");

    private static final Family CHARACTERS = Family.of("characters", "java.lang.Character", """
            charValue compareTo hashCode isDigit isLetter isLetterOrDigit isLowerCase isUpperCase isWhitespace next plus
            previous toLowerCase toUpperCase
            """, """
            getNumericValue isAlphabetic isDigit isLetter isLetterOrDigit isLowerCase isUpperCase isWhitespace toChars
            toLowerCase toUpperCase valueOf
            """);

    private static final Family BUILDERS = Family.of("texts that grow", "java.lang.StringBuilder", """
            append charAt delete deleteCharAt getAt indexOf insert isEmpty lastIndexOf leftShift length plus replace
            reverse setLength size substring
            """, "");

    private static final Family NUMBERS = Family.of("numbers", """
            java.lang.Number java.lang.Integer java.lang.Long java.lang.Short java.lang.Byte java.lang.Double
            java.lang.Float java.math.BigDecimal java.math.BigInteger
            """, """
            abs add and andNot bitCount bitLength bitwiseNegate byteValue clearBit compareTo div divide
            divideAndRemainder divideToIntegralValue doubleValue downto flipBit floatValue gcd hashCode intValue
            intValueExact intdiv isAtLeast isInfinite isNaN leftShift longValue longValueExact max min minus mod
            modInverse modPow movePointLeft movePointRight multiply negate negative next not numberAwareCompareTo or plus
            positive pow power precision previous remainder rightShift rightShiftUnsigned round scale
            scaleByPowerOfTen setBit setScale shiftLeft shiftRight shortValue signum step stripTrailingZeros
            subtract testBit times toBigDecimal toBigInteger toDouble toFloat toInteger toLong toPlainString trunc
            unaryMinus unaryPlus unscaledValue upto xor
            """, """
            bitCount compare isFinite isInfinite isNaN max min parseByte parseDouble parseFloat parseInt parseLong
            parseShort signum sum toBinaryString toHexString toOctalString toString valueOf
            """);

    private static final Family BOOLEANS = Family.of(
            "booleans",
            "java.lang.Boolean",
            "and booleanValue compareTo hashCode implies or xor",
            "parseBoolean valueOf");

    private static final Family ENUMS =
            Family.of("enumerations", """
            java.lang.Enum java.math.RoundingMode java.time.format.TextStyle java.time.format.FormatStyle
            java.time.temporal.ChronoUnit
            """, "between compareTo name next ordinal previous", "valueOf values");

    /** The methods that lists, sets, maps, ranges and arrays have in common. */
    private static final String OF_COLLECTIONS = """
            any asCollection asImmutable asList asUnmodifiable average clear collect collectEntries collectKeys
            collectMany collectNested collectValues contains containsAll containsValue count countBy disjoint drop
            dropRight dropWhile each eachWithIndex every find findAll findIndexOf findIndexValues findLastIndexOf
            findResult findResults first flatten flattenMany getAt getIndices getLength grep groupBy head indexOf indexed
            init inits inject injectAll intersect isEmpty join last lastIndexOf length max min minus plus putAt remove
            reverse reverseEach size sort sum tail tails take takeRight takeWhile toList toSet toSorted toUnique
            transpose union unique withIndex
            """;

    private static final Family COLLECTIONS = Family.of("lists, sets and ranges", """
            java.lang.Iterable java.util.Collection java.util.List java.util.ArrayList java.util.LinkedList java.util.Set
            java.util.LinkedHashSet java.util.TreeSet java.util.SortedSet groovy.lang.Range groovy.lang.IntRange
            """, OF_COLLECTIONS + """
            add addAll addFirst addLast and asReversed by ceiling chop collate combinations containsWithinBounds
            descendingSet eachCombination equals floor forEach get getFirst getFrom getLast getTo headSet higher isReverse lower
            leftShift multiply or pop push removeAll removeAt removeElement removeFirst removeIf removeLast replaceAll
            retainAll rightShift set split step subList subSet swap tailSet toArray toListString withDefault
            withEagerDefault withLazyDefault xor zip
            """, "");

    private static final Family LISTS =
            Family.of("making lists", "java.util.List java.util.Arrays", "", "asList copyOf of");

    private static final Family ARRAYS = Family.of("arrays", "[", OF_COLLECTIONS, "");

    private static final Family BYTES =
            Family.of("bytes", "[B", "digest encodeBase64 encodeBase64Url encodeHex md5 sha256", "");

    private static final Family MAPS = Family.of(
            "maps",
            "java.util.Map java.util.LinkedHashMap java.util.TreeMap java.util.SortedMap",
            OF_COLLECTIONS + """
            ceilingEntry ceilingKey compute computeIfAbsent computeIfPresent containsKey descendingKeySet descendingMap
            entrySet firstEntry firstKey floorEntry floorKey forEach get getOrDefault groupEntriesBy headMap higherEntry
            higherKey keySet lastEntry lastKey leftShift lowerEntry lowerKey merge putAll put putIfAbsent removeAll replace
            replaceAll retainAll subMap tailMap toMapString values withCollectedKeys withCollectedValues
            withDefault
            """,
            "");

    private static final Family ENTRIES =
            Family.of("entries of maps", "java.util.Map$Entry", "compareTo getKey getValue toMapString", "");

    private static final Family HELPERS = Family.of(
            "helpers for collections",
            "java.util.Collections",
            "",
            "disjoint emptyList emptyMap emptySet frequency max min nCopies singleton singletonList singletonMap");

    private static final Family CODE =
            Family.of("closures", "dev.corbel.dsl.program.Code dev.corbel.dsl.program.MethodPointerValue", "call", "");

    private static final Family REFERENCES =
            Family.of("references and components", "dev.corbel.dsl.program.Deferred", "get has known labels map", "");

    private static final Family PATTERNS = Family.of(
            "regular expressions",
            "java.util.regex.Pattern java.util.regex.Matcher",
            """
            any asBoolean collect count each eachWithIndex end every find findAll flags getAt getCount group
            groupCount hasGroup hitEnd inject join lookingAt matcher matches matchesPartially pattern region replaceAll
            replaceFirst reset size split start toList
            """,
            "compile matches quote quoteReplacement");

    private static final Family MATHEMATICS = Family.of("mathematics", "java.lang.Math java.lang.StrictMath", "", """
            abs absExact acos addExact asin atan atan2 cbrt ceil cos cosh exp floor floorDiv floorMod hypot log log10 max
            min multiplyExact negateExact pow rint round signum sin sinh sqrt subtractExact tan tanh toDegrees toIntExact
            toRadians
            """);

    private static final Family TIMES = Family.of("given dates and times", """
            java.time.Duration java.time.Period java.time.Instant java.time.LocalDate java.time.LocalTime
            java.time.LocalDateTime java.time.OffsetDateTime java.time.OffsetTime java.time.ZonedDateTime java.time.Year
            java.time.YearMonth java.time.MonthDay java.time.DayOfWeek java.time.Month java.time.ZoneId
            java.time.ZoneOffset java.time.format.DateTimeFormatter
            """, """
            abs atDate atDay atEndOfMonth atMonth atOffset atStartOfDay atTime atZone atZoneSameInstant between compareTo
            dividedBy firstMonthOfQuarter format getDayOfMonth getDayOfWeek getDayOfYear getDays getDisplayName
            getEpochSecond getHour getId getMinute getMonth getMonthValue getMonths getNano getOffset getSecond getSeconds
            getTotalSeconds getValue getYear getYears getZone isAfter isBefore isEqual isLeap isLeapYear isNegative
            isZero length lengthOfMonth lengthOfYear maxLength minLength minus minusDays minusHours minusMillis
            minusMinutes minusMonths minusNanos minusSeconds minusWeeks minusYears multipliedBy negated normalized plus
            plusDays plusHours plusMillis plusMinutes plusMonths plusNanos plusSeconds plusWeeks plusYears toDays
            toDaysPart toEpochDay toEpochMilli toEpochSecond toHours toHoursPart toInstant toLocalDate toLocalDateTime
            toLocalTime toMillis toMillisPart toMinutes toMinutesPart toNanoOfDay toNanos toNanosPart toOffsetDateTime
            toSecondOfDay toSeconds toSecondsPart toTotalMonths toZonedDateTime truncatedTo until withDayOfMonth
            withDayOfYear withDays withHour withMinute withMonth withNano withOffsetSameInstant withSecond withSeconds
            withYear withZone withZoneSameInstant withZoneSameLocal
            """, """
            between isLeap of ofDays ofEpochDay ofEpochMilli ofEpochSecond ofHours ofHoursMinutes ofInstant ofMillis
            ofMinutes ofMonths ofNanos ofOffset ofPattern ofSecondOfDay ofSeconds ofTotalSeconds ofWeeks ofYearDay
            ofYears parse valueOf values
            """);

    private static final Family ENCODERS = Family.of(
            "encoders",
            "java.util.Base64 dev.corbel.dsl.program.Encoders$Encoder dev.corbel.dsl.program.Encoders$Decoder",
            "decode encode encodeToString withoutPadding",
            "getDecoder getEncoder getMimeDecoder getMimeEncoder getUrlDecoder getUrlEncoder");

    private static final Family URL_ENCODERS =
            Family.of("encoders of addresses", "java.net.URLEncoder java.net.URLDecoder", "", "decode encode");

    private static final Family ADDRESSES = Family.of("addresses", "java.net.URI", """
            compareTo getAuthority getFragment getHost getPath getPort getQuery getRawPath getRawQuery getScheme
            getSchemeSpecificPart getUserInfo isAbsolute isOpaque normalize relativize resolve toASCIIString
            """, "create");

    private static final Family CHARSETS = Family.of(
            "character sets", "java.nio.charset.Charset java.nio.charset.StandardCharsets", "name", "forName");

    private static final Family LOCALES =
            Family.of("languages", "java.util.Locale", "getCountry getLanguage toLanguageTag", "forLanguageTag");

    private static final Family IDENTIFIERS = Family.of(
            "identifiers from names",
            "java.util.UUID",
            "compareTo getLeastSignificantBits getMostSignificantBits variant version",
            "fromString nameUUIDFromBytes");

    private static final Family DIGESTS = Family.of(
            "hashes", "java.security.MessageDigest", "digest getAlgorithm getDigestLength reset update", "getInstance");

    private static final Family FAILURES = Family.of("exceptions", """
            java.lang.Exception java.lang.RuntimeException java.lang.IllegalArgumentException
            java.lang.IllegalStateException java.lang.UnsupportedOperationException java.lang.ArithmeticException
            java.lang.NumberFormatException java.lang.IndexOutOfBoundsException java.lang.NullPointerException
            java.lang.ClassCastException java.util.NoSuchElementException
            java.time.DateTimeException java.time.format.DateTimeParseException groovy.lang.GroovyRuntimeException
            groovy.lang.MissingMethodException groovy.lang.MissingPropertyException
            """, "getCause getMessage", "");

    public static final List<Family> ALL = List.of(
            ANY,
            TEXT,
            CHARACTERS,
            BUILDERS,
            NUMBERS,
            BOOLEANS,
            ENUMS,
            COLLECTIONS,
            LISTS,
            ARRAYS,
            BYTES,
            MAPS,
            ENTRIES,
            HELPERS,
            CODE,
            REFERENCES,
            PATTERNS,
            MATHEMATICS,
            TIMES,
            ENCODERS,
            URL_ENCODERS,
            ADDRESSES,
            CHARSETS,
            LOCALES,
            IDENTIFIERS,
            DIGESTS,
            FAILURES);

    /** Types whose values code makes with {@code new}. */
    public static final Set<String> CONSTRUCTIBLE = Set.copyOf(Family.words("""
            java.lang.String java.lang.StringBuilder java.math.BigDecimal java.math.BigInteger java.util.ArrayList
            java.util.LinkedList java.util.LinkedHashMap java.util.LinkedHashSet java.util.TreeMap java.util.TreeSet
            java.lang.Exception java.lang.RuntimeException java.lang.IllegalArgumentException
            java.lang.IllegalStateException java.lang.UnsupportedOperationException java.lang.ArithmeticException
            java.lang.NumberFormatException java.lang.IndexOutOfBoundsException java.util.NoSuchElementException
            groovy.lang.IntRange java.net.URI
            """));

    /** Types that code brings values into with {@code as}, with {@code (Type)} or in a declaration. */
    public static final Set<String> CASTABLE = Set.copyOf(Family.words("""
            java.lang.Object java.lang.String java.lang.CharSequence java.lang.Character java.lang.Boolean
            java.lang.Number java.lang.Integer java.lang.Long java.lang.Short java.lang.Byte java.lang.Double
            java.lang.Float java.math.BigDecimal java.math.BigInteger java.lang.Iterable java.util.Collection
            java.util.List java.util.ArrayList java.util.LinkedList java.util.Set java.util.LinkedHashSet
            java.util.TreeSet java.util.SortedSet java.util.Map java.util.LinkedHashMap java.util.TreeMap
            java.util.SortedMap groovy.lang.Range groovy.lang.IntRange groovy.lang.Closure groovy.lang.GString
            [Ljava.lang.String; [Ljava.lang.Object; java.util.regex.Pattern java.util.regex.Matcher java.math.RoundingMode
            java.time.Duration java.time.Period java.time.Instant java.time.LocalDate java.time.LocalTime
            java.time.LocalDateTime java.time.OffsetDateTime java.time.ZonedDateTime java.time.DayOfWeek java.time.Month
            java.time.temporal.ChronoUnit java.lang.StringBuilder java.net.URI java.util.UUID
            """));

    /**
     * Kinds of sets and maps whose order follows from what was put in. That of others follows from hashes, which may differ
     * in each process.
     */
    static final List<String> ORDERED = List.of(
            "java.util.LinkedHash",
            "java.util.Tree",
            "java.util.Collections$",
            "java.util.AbstractMap$",
            "dev.corbel.dsl.program.Shared",
            "java.util.RegularEnumSet",
            "java.util.EnumMap",
            "groovy.lang.MapWithDefault",
            "groovy.lang.IntRange",
            "groovy.lang.ObjectRange",
            "org.codehaus.groovy.runtime.");

    private Families() {}
}
