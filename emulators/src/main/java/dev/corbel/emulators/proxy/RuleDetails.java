package dev.corbel.emulators.proxy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Details of security groups' rules that moto forgets: the description of a rule that names a group, and changes of
 * that group and of IPv6 ranges.
 */
final class RuleDetails implements Layer {
    private static final String ID = "securityGroupRuleId";

    /** By rule, the elements of its answer that are to be other than moto says. */
    private final Map<String, Map<String, String>> details = new HashMap<>();

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        ProxyResponse response = next.ask(request);
        if (!request.call().service().equals("ec2") || !response.isFine()) {
            return response;
        }
        return switch (request.call().operation()) {
            case "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress" -> created(request, response);
            case "ModifySecurityGroupRules" -> {
                modified(parameters(request));
                yield response;
            }
            case "DescribeSecurityGroupRules" -> shown(parse(response), response);
            default -> response;
        };
    }

    private synchronized ProxyResponse created(ProxyRequest request, ProxyResponse response) throws IOException {
        String description = parameters(request).get("IpPermissions.1.Groups.1.Description");
        Document document = parse(response);
        if (description != null && rules(document).size() == 1) {
            put(rules(document).keySet().iterator().next(), "description", description);
        }
        return shown(document, response);
    }

    private synchronized void modified(Map<String, String> parameters) {
        for (int i = 1; ; i++) {
            String rule = parameters.get("SecurityGroupRule." + i + ".SecurityGroupRuleId");
            if (rule == null) {
                return;
            }
            String prefix = "SecurityGroupRule." + i + ".SecurityGroupRule.";
            put(rule, "description", parameters.get(prefix + "Description"));
            put(rule, "groupId", parameters.get(prefix + "ReferencedGroupId"));
            put(rule, "cidrIpv6", parameters.get(prefix + "CidrIpv6"));
        }
    }

    private void put(String rule, String element, @Nullable String text) {
        if (text != null) {
            details.computeIfAbsent(rule, id -> new LinkedHashMap<>()).put(element, text);
        }
    }

    private synchronized ProxyResponse shown(Document document, ProxyResponse response) throws IOException {
        rules(document).forEach((id, rule) -> details.getOrDefault(id, Map.of()).forEach((name, text) -> {
            Element group = child(rule, "referencedGroupInfo");
            set(name.equals("groupId") && group != null ? group : rule, name, text);
        }));
        return response.withText(text(document));
    }

    private static void set(Element parent, String name, String text) {
        Element element = child(parent, name);
        if (element == null) {
            element = parent.getOwnerDocument().createElementNS(parent.getNamespaceURI(), name);
            parent.appendChild(element);
        }
        element.setTextContent(text);
    }

    private static Map<String, Element> rules(Document document) {
        Map<String, Element> rules = new LinkedHashMap<>();
        Element all = child(document.getDocumentElement(), "securityGroupRuleSet");
        for (Node item = all == null ? null : all.getFirstChild(); item != null; item = item.getNextSibling()) {
            Element id = item instanceof Element rule ? child(rule, ID) : null;
            if (id != null) {
                rules.put(id.getTextContent(), (Element) item);
            }
        }
        return rules;
    }

    private static @Nullable Element child(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    private static Map<String, String> parameters(ProxyRequest request) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : request.text().split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(parameter.substring(0, equals)), decoded(parameter.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Document parse(ProxyResponse response) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(response.text())));
        } catch (ParserConfigurationException | SAXException failure) {
            throw new IOException(failure);
        }
    }

    private static String text(Document document) throws IOException {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException failure) {
            throw new IOException(failure);
        }
    }

    @Override
    public synchronized void reset() {
        details.clear();
    }
}
