package dev.corbel.cli.drift;

import dev.corbel.engine.drift.DriftReport;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report as results of tests in the form of JUnit, as Jenkins and GitLab read it: a suite for each environment, and a case
 * for each object, which passes where nothing is wrong with it.
 */
public final class DriftJunit {
    private DriftJunit() {}

    /** The document. */
    public static String of(DriftResult result) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "corbel drift");
            for (DriftReport report : result.reports()) {
                suite(report, DriftCase.of(report, result), xml);
            }
            end(0, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private static void suite(DriftReport report, List<DriftCase> cases, XMLStreamWriter xml)
            throws XMLStreamException {
        start("testsuite", 1, xml);
        attribute("name", report.environment(), xml);
        attribute("tests", String.valueOf(cases.size()), xml);
        attribute("failures", count(cases, DriftCase.Outcome.FAILURE), xml);
        attribute("errors", count(cases, DriftCase.Outcome.ERROR), xml);
        attribute("skipped", count(cases, DriftCase.Outcome.SKIPPED), xml);
        for (DriftCase tested : cases) {
            testcase(tested, xml);
        }
        end(1, xml);
    }

    private static String count(List<DriftCase> cases, DriftCase.Outcome outcome) {
        return String.valueOf(
                cases.stream().filter(tested -> tested.outcome() == outcome).count());
    }

    private static void testcase(DriftCase tested, XMLStreamWriter xml) throws XMLStreamException {
        start("testcase", 2, xml);
        attribute("classname", tested.group(), xml);
        attribute("name", tested.name(), xml);
        if (tested.outcome() != DriftCase.Outcome.PASSED) {
            start(tested.outcome().element(), 3, xml);
            attribute("type", tested.type(), xml);
            attribute("message", tested.message(), xml);
            xml.writeCharacters(legal(String.join("\n", tested.lines())));
            xml.writeEndElement();
            end(2, xml);
        } else {
            xml.writeEndElement();
        }
    }

    private static void start(String element, int depth, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(element);
    }

    private static void end(int depth, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }

    private static void attribute(String name, String value, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    /** The text without what XML 1.0 cannot hold even when it is escaped; controls were spelt out before. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().map(c -> isLegal(c) ? c : 0xfffd).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\n' || (c >= ' ' && c < 0xd800) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
    }
}
