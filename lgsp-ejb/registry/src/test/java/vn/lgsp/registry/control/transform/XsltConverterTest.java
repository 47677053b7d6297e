package vn.lgsp.registry.control.transform;

import static org.assertj.core.api.Assertions.assertThat;

import javax.xml.transform.TransformerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.registry.TransformationKind;

@DisplayName("Stylesheets convert what they are given and nothing else, and end (Điều 8.4; threats 17, 18, 22)")
class XsltConverterTest {
    private static String sheet(String body) {
        return """
                <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                    xmlns:f="urn:f" xmlns:map="http://www.w3.org/2005/xpath-functions/map" exclude-result-prefixes="#all">
                """
                + body + "\n</xsl:stylesheet>";
    }

    private static String of(String body, String document) throws ConversionFault {
        return Trial.of(TransformationKind.XSLT, sheet(body), document);
    }

    private static ConversionFault fault(String body, String document) {
        return Trial.fault(TransformationKind.XSLT, sheet(body), document);
    }

    private static String valueOf(String expression) {
        return "<xsl:template match='/'><r><xsl:sequence select=\"" + expression.replace("<", "&lt;")
                + "\"/></r></xsl:template>";
    }

    @Test
    @DisplayName(
            "one dialect becomes another: templates, functions, keys, groups, modes, sorting, texts that JSON is made of")
    void converts() throws ConversionFault {
        String body =
                """
                <xsl:output method="xml" indent="no" omit-xml-declaration="yes"/>
                <xsl:key name="theoMa" match="muc" use="@ma"/>
                <xsl:variable name="ten" select="map{'a':'Một','b':'Hai'}"/>
                <xsl:function name="f:gap" as="xs:integer"><xsl:param name="n" as="xs:integer"/><xsl:sequence select="$n * 2"/></xsl:function>
                <xsl:mode on-no-match="shallow-skip"/>
                <xsl:template match="/hoSo"><record count="{f:gap(count(muc))}">
                  <xsl:for-each-group select="muc" group-by="@loai"><xsl:sort select="current-grouping-key()" order="descending"/>
                    <g k="{current-grouping-key()}" n="{$ten(current-grouping-key())}"><xsl:apply-templates select="current-group()" mode="dong"/></g>
                  </xsl:for-each-group>
                  <first><xsl:value-of select="key('theoMa', '2')/text()"/></first>
                  <sum><xsl:value-of select="fold-left(1 to 10, 0, function($a, $b) { $a + $b })"/></sum>
                  <xsl:iterate select="muc"><xsl:param name="n" select="0"/><xsl:on-completion><n><xsl:value-of select="$n"/></n></xsl:on-completion>
                    <xsl:next-iteration><xsl:with-param name="n" select="$n + 1"/></xsl:next-iteration></xsl:iterate>
                  <xsl:analyze-string select="'a1b22'" regex="[0-9]+"><xsl:matching-substring><d><xsl:value-of select="."/></d></xsl:matching-substring></xsl:analyze-string>
                  <r><xsl:value-of select="replace('12-34', '([0-9]+)-([0-9]+)', '$2/$1')"/></r>
                  <xsl:try><xsl:value-of select="1 div 0"/><xsl:catch><caught/></xsl:catch></xsl:try>
                </record></xsl:template>
                <xsl:template match="muc[position() > 0]" mode="dong"><e><xsl:value-of select="upper-case(.)"/></e></xsl:template>
                """;
        assertThat(
                        of(
                                body,
                                "<hoSo><muc loai='a' ma='1'>đơn</muc><muc loai='b' ma='2'>tờ</muc><muc loai='a' ma='3'>x</muc></hoSo>"))
                .isEqualTo(
                        "<record count=\"6\"><g k=\"b\" n=\"Hai\"><e>TỜ</e></g><g k=\"a\" n=\"Một\"><e>ĐƠN</e><e>X</e></g>"
                                + "<first>tờ</first><sum>55</sum><n>3</n><d>1</d><d>22</d><r>34/12</r><caught/></record>");
    }

    @Test
    @DisplayName("JSON may come of XML")
    void json() throws ConversionFault {
        String body =
                """
                <xsl:output method="json"/>
                <xsl:template match="/hoSo"><xsl:sequence select="map { 'ma': string(@ma), 'muc': array { muc ! string() } }"/></xsl:template>
                """;
        assertThat(of(body, "<hoSo ma='1'><muc>a</muc><muc>b</muc></hoSo>"))
                .contains("\"ma\":\"1\"")
                .contains("[\"a\",\"b\"]");
    }

    @Test
    @DisplayName("a long list is gone through by tail calls, and deep documents within their bound")
    void tailCalls() throws ConversionFault {
        String body =
                """
                <xsl:function name="f:dem" as="xs:integer"><xsl:param name="n" as="xs:integer"/><xsl:param name="s" as="xs:integer"/>
                  <xsl:sequence select="if ($n = 0) then $s else f:dem($n - 1, $s + 1)"/></xsl:function>
                <xsl:template match="/"><r><xsl:value-of select="f:dem(100000, 0)"/></r></xsl:template>""";
        assertThat(of(body, "<a/>")).endsWith("<r>100000</r>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for $i in 1 to 2000000000 return $i",
                "count(for $i in 1 to 2000000000 return 1)",
                "sum(1 to 2000000000)",
                "sum(1 to 2000000000 - 2)",
                "count((1 to 2000000000)[. mod 2 = 0])",
                "some $i in 1 to 2000000000 satisfies $i = -1",
                "(1 to 2000000000)[last()]",
                "fold-left(1 to 2000000000, 0, function($a, $b) { $a })",
                "let $f := function($f, $n) { if ($n &lt; 2) then 1 else $f($f, $n - 1) + $f($f, $n - 2) } return $f($f, 60)",
                "let $s := 1 to 5000 return count(for $a in $s, $b in $s, $c in $s return 1)",
                "count(//a[count(1 to 2000000000) &gt; 5])",
                "count(for-each(1 to 2000000000, function($x) { 1 }))",
                "sort(1 to 2000000000)",
                "exists(filter(1 to 2000000000, function($x) { false() }))",
                "string-length(string-join((1 to 2000000000) ! 'aaaaaaaaaaaaaaaa'))",
                "max((1 to 2000000000) ! (. + 1))",
                "codepoints-to-string((1 to 2000000000) ! 97)"
            })
    @DisplayName("loops without end are ended")
    void endless(String expression) {
        assertThat(fault(valueOf(expression), "<a/>").reason())
                .isIn(Watch.TIME, Watch.MEMORY, "conversion-result-large");
    }

    @Test
    @DisplayName("recursion without end is ended, in functions and templates, with and without tail calls")
    void recursion() {
        String function = "<xsl:function name='f:r'><xsl:param name='n'/><xsl:sequence select='%s'/></xsl:function>"
                + valueOf("f:r(1)");
        assertThat(fault(function.formatted("f:r($n + 1)"), "<a/>").reason()).isIn(Watch.TIME, Watch.MEMORY);
        assertThat(fault(function.formatted("1 + f:r($n + 1)"), "<a/>").reason())
                .isIn("conversion-depth", Watch.MEMORY);
        assertThat(fault(
                                "<xsl:template match='/'><xsl:call-template name='r'/></xsl:template>"
                                        + "<xsl:template name='r'><xsl:call-template name='r'/></xsl:template>",
                                "<a/>")
                        .reason())
                .isIn(Watch.TIME, Watch.MEMORY, "conversion-depth");
        assertThat(fault("<xsl:template match='/|*'><r><xsl:apply-templates select='/'/></r></xsl:template>", "<a/>")
                        .reason())
                .isIn("conversion-depth", Watch.MEMORY, "conversion-result-large", Watch.TIME);
    }

    @Test
    @DisplayName("memory is bounded: doubled texts, copies of copies, large replacements, large results")
    void memory() {
        String doubling =
                """
                <xsl:function name="f:d"><xsl:param name="s"/><xsl:param name="n"/>
                  <xsl:sequence select="if ($n = 0) then string-length($s) else f:d(concat($s, $s), $n - 1)"/></xsl:function>"""
                        + valueOf("f:d('abcdefgh', 40)");
        assertThat(fault(doubling, "<a/>").reason()).isEqualTo(Watch.MEMORY);
        String copies =
                """
                <xsl:template match="/"><xsl:call-template name="c"><xsl:with-param name="t" select="*"/></xsl:call-template></xsl:template>
                <xsl:template name="c"><xsl:param name="t"/><xsl:variable name="u"><x><xsl:copy-of select="$t, $t"/></x></xsl:variable>
                  <xsl:call-template name="c"><xsl:with-param name="t" select="$u/*"/></xsl:call-template></xsl:template>""";
        assertThat(fault(copies, "<a>text</a>").reason()).isIn(Watch.MEMORY, Watch.TIME);
        assertThat(fault(
                                valueOf("string-length(replace(string-join((1 to 100000) ! 'aaaaaaaaaa'), 'a',"
                                        + " string-join((1 to 10000) ! 'bbbbbbbbbb')))"),
                                "<a/>")
                        .reason())
                .isEqualTo(Watch.MEMORY);
        assertThat(fault(
                                "<xsl:template match='/'><r><xsl:for-each select='1 to 10000000'><x>yyyyyyyyyyyyyyyy</x></xsl:for-each></r></xsl:template>",
                                "<a/>")
                        .reason())
                .isIn("conversion-result-large", Watch.MEMORY);
    }

    @Test
    @DisplayName("patterns that go back without end are ended; those of the JDK cannot be had")
    void regularExpressions() {
        assertThat(fault(valueOf("matches(string-join((1 to 60) ! 'a') || 'b', '^(a+)+$')"), "<a/>")
                        .reason())
                .isEqualTo("conversion-program");
        assertThat(fault(valueOf("matches('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', '^(a+)+$', ';j')"), "<a/>")
                        .reason())
                .isIn("conversion-program", "program-unusable");
    }

    @Test
    @DisplayName("loops in patterns of templates, keys, sort keys and global variables are ended too")
    void everywhere() {
        String loop = "count((1 to 2000000000)[. = -1]) = 0";
        assertThat(fault("<xsl:template match=\"*[" + loop + "]\"><r/></xsl:template>", "<a/>")
                        .reason())
                .isIn(Watch.TIME, Watch.MEMORY);
        assertThat(fault("<xsl:key name='k' match=\"*[" + loop + "]\" use='1'/>" + valueOf("key('k', 1)"), "<a/>")
                        .reason())
                .isIn(Watch.TIME, Watch.MEMORY);
        assertThat(fault("<xsl:key name='k' match='*' use=\"" + loop + "\"/>" + valueOf("key('k', true())"), "<a/>")
                        .reason())
                .isIn(Watch.TIME, Watch.MEMORY);
        assertThat(fault("<xsl:variable name='v' select=\"" + loop + "\"/>" + valueOf("$v"), "<a/>")
                        .reason())
                .isIn(Watch.TIME, Watch.MEMORY);
    }

    /** Where an expression is not simply part of another one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:template match='/'><xsl:for-each select='*, *'><xsl:sort select='LOOP'/><r/></xsl:for-each></xsl:template>",
                "<xsl:template match='/'><xsl:apply-templates select='*, *'><xsl:sort select='.'/><xsl:sort select='LOOP'/></xsl:apply-templates></xsl:template>",
                "<xsl:template match='/'><r><xsl:perform-sort select='*, *'><xsl:sort select='LOOP'/></xsl:perform-sort></r></xsl:template>",
                "<xsl:template match='/'><xsl:for-each-group select='*, *' group-by='1, 2'><xsl:sort select='LOOP'/><r/></xsl:for-each-group></xsl:template>",
                "<xsl:template match='/'><xsl:for-each-group select='*, *' group-starting-with='*[LOOP]'><r/></xsl:for-each-group></xsl:template>",
                "<xsl:template match='/'><xsl:merge><xsl:merge-source select='*, *'><xsl:merge-key select='LOOP'/></xsl:merge-source>"
                        + "<xsl:merge-action><r/></xsl:merge-action></xsl:merge></xsl:template>",
                "<xsl:template match='/'><xsl:apply-templates select='*/*'/></xsl:template><xsl:template match='a[LOOP]/b'><r/></xsl:template>",
                "<xsl:template match='/'><xsl:for-each select='*/*'><xsl:number count='*[LOOP]' level='any'/></xsl:for-each></xsl:template>",
                "<xsl:mode use-accumulators='#all'/><xsl:accumulator name='n' initial-value='0'><xsl:accumulator-rule match='*[LOOP]' select='1'/>"
                        + "</xsl:accumulator><xsl:template match='/'><r><xsl:value-of select='accumulator-after(\"n\")'/></r></xsl:template>",
                "<xsl:mode use-accumulators='#all'/><xsl:accumulator name='n' initial-value='0'><xsl:accumulator-rule match='*' select='LOOP'/>"
                        + "</xsl:accumulator><xsl:template match='/'><r><xsl:value-of select='accumulator-after(\"n\")'/></r></xsl:template>",
                "<xsl:mode use-accumulators='#all'/><xsl:accumulator name='n' initial-value='LOOP'><xsl:accumulator-rule match='*' select='1'/>"
                        + "</xsl:accumulator><xsl:template match='/'><r><xsl:value-of select='accumulator-before(\"n\")'/></r></xsl:template>",
                "<xsl:template match='/'><r><xsl:try select='1 div 0'><xsl:catch select='LOOP'/></xsl:try></r></xsl:template>",
                "<xsl:template match='/'><r><xsl:iterate select='khong'><xsl:param name='p' select='LOOP'/><xsl:on-completion select='$p'/>"
                        + "<xsl:next-iteration><xsl:with-param name='p' select='1'/></xsl:next-iteration></xsl:iterate></r></xsl:template>",
                "<xsl:template match='/'><r xsl:use-attribute-sets='s'/></xsl:template>"
                        + "<xsl:attribute-set name='s'><xsl:attribute name='x' select='LOOP'/></xsl:attribute-set>",
                "<xsl:template match='/'><r><xsl:value-of select='sort((1,2), (), function($x) { LOOP })'/></r></xsl:template>",
            })
    @DisplayName(
            "and loops in keys of sorts and groups, merges, accumulators, sets of attributes, beginnings of iterations")
    void held(String body) {
        String loop = "count((1 to 2000000000)[. = -1]) = 0";
        assertThat(fault(body.replace("LOOP", loop), "<a><b/></a>").reason()).isIn(Watch.TIME, Watch.MEMORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doc('file:///etc/passwd')",
                "document('http://localhost:1/')",
                "doc-available('file:///etc/passwd')",
                "unparsed-text('file:///etc/passwd')",
                "unparsed-text-lines('file:///etc/passwd')",
                "unparsed-text-available('file:///etc/passwd')",
                "json-doc('file:///etc/passwd')",
                "collection('file:///etc?select=*')",
                "uri-collection('file:///etc')",
                "environment-variable('PATH')",
                "available-environment-variables()",
                "parse-xml('&lt;a/>')",
                "transform(map{'stylesheet-text': ''})",
                "load-xquery-module('urn:x')",
                "function-lookup(QName('http://www.w3.org/2005/xpath-functions','doc'), 1)('file:///etc/passwd')",
                "Q{http://saxon.sf.net/}doc('file:///etc/passwd', map{})",
                "Q{java:java.lang.System}getProperty('user.dir')",
                "Q{java:java.lang.Runtime}getRuntime()",
                "doc#1('file:///etc/passwd')"
            })
    @DisplayName("nothing outside is read, and no program but the stylesheet is run")
    void outside(String expression) {
        assertThat(fault(valueOf(expression), "<a/>").reason()).isIn("program-unusable", "conversion-program");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:import href='file:///etc/a.xsl'/>",
                "<xsl:include href='http://localhost:1/a.xsl'/>",
                "<xsl:template match='/'><xsl:result-document href='file:///tmp/x'><a/></xsl:result-document></xsl:template>",
                "<xsl:template match='/'><xsl:source-document href='file:///etc/passwd'/></xsl:template>",
                "<xsl:template match='/'><xsl:evaluate xpath=\"'1'\"/></xsl:template>",
                "<xsl:variable name='x' static='yes' select='count(1 to 2000000000)'/>",
                "<xsl:variable name='x' use-when='count(1 to 2000000000) > 1' select='1'/>",
                "<xsl:variable name='x' _select='{1}'/>",
                "<xsl:template match='/'><a xsl:use-when='true()'/></xsl:template>"
            })
    @DisplayName("instructions that reach outside, or are reckoned out while compiling, are refused with their line")
    void instructions(String instruction) {
        ConversionFault refused = fault(instruction, "<a/>");
        assertThat(refused.reason()).isEqualTo("program-outside");
        assertThat(refused.in(null).get(0).line()).isEqualTo(3);
    }

    @Test
    @DisplayName("documents with a document type are refused, in the document as in the stylesheet")
    void documentTypes() {
        String dtd = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>";
        assertThat(fault(valueOf("."), dtd).reason()).isEqualTo("content-dtd");
        assertThat(Trial.fault(TransformationKind.XSLT, dtd, "<a/>").reason()).isEqualTo("program-malformed");
    }

    @Test
    @DisplayName("a failure says where in the document and in the stylesheet; the place alone is free of content")
    void places() {
        ConversionFault fault = fault(
                "<xsl:template match='/'><xsl:apply-templates/></xsl:template>\n<xsl:template match='so'><r><xsl:value-of select='xs:integer(.)'/></r></xsl:template>",
                "<a>\n<so>1</so>\n<so>Bí mật</so></a>");
        Violation place = fault.in("a.xml").get(0);
        assertThat(place.file()).isEqualTo("a.xml");
        assertThat(place.line()).isEqualTo(3);
        assertThat(place.path()).isEqualTo("/a/so[2]");
        assertThat(place.reason()).isEqualTo("conversion-program");
        assertThat(fault.program()).isEqualTo("FORG0001 @ 4").doesNotContain("mật");
        assertThat(fault("<xsl:template match='/'>\n<xsl:value-of select='1 +'/></xsl:template>", "<a/>")
                        .in(null)
                        .get(0)
                        .line())
                .isEqualTo(4);
    }

    @Test
    @DisplayName("the JDK's own processor stays that of everything else")
    void jaxp() {
        assertThat(TransformerFactory.newInstance().getClass().getName()).startsWith("com.sun.org.apache.xalan");
    }
}
