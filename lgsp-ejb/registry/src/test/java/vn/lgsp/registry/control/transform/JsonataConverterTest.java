package vn.lgsp.registry.control.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.registry.TransformationKind;

@DisplayName("Expressions in JSONata make other JSON of JSON, and end (Điều 8.4; threats 18, 22)")
class JsonataConverterTest {
    private static final String RECORD =
            "{\"hoSo\":{\"ma\":\"HS1\",\"so\":12345678901,\"trong\":null,\"muc\":[{\"ten\":\"a\",\"gia\":2},{\"ten\":\"b\",\"gia\":3.5}]}}";

    private static String of(String expression) throws ConversionFault {
        return Trial.of(TransformationKind.JSONATA, expression, RECORD);
    }

    private static ConversionFault fault(String expression) {
        return Trial.fault(TransformationKind.JSONATA, expression, RECORD);
    }

    @Test
    @DisplayName("members are renamed, reckoned with, joined and listed; null and numbers stay")
    void converts() throws ConversionFault {
        assertThat(
                        of(
                                """
                                {
                                  "code": hoSo.ma, "number": hoSo.so, "empty": hoSo.trong,
                                  "items": [hoSo.muc.{"name": $uppercase(ten), "price": gia * 2}],
                                  "total": $sum(hoSo.muc.gia), "all": $join(hoSo.muc.ten, "; "), "pad": $pad("7", -3, "0"),
                                  "replaced": $replace(hoSo.ma, "HS", "H")
                                }"""))
                .isEqualTo(
                        "{\"code\":\"HS1\",\"number\":12345678901,\"empty\":null,\"items\":[{\"name\":\"A\",\"price\":4},{\"name\":\"B\",\"price\":7}],"
                                + "\"total\":5.5,\"all\":\"a; b\",\"pad\":\"007\",\"replaced\":\"H1\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($n) { $f($n + 1) }; $f(1))",
                "($f := function($n) { 1 + $f($n + 1) }; $f(1))",
                "($f := function($n) { $n < 2 ? 1 : $f($n - 1) + $f($n - 2) }; $f(60))",
                "($d := function($s, $n) { $n = 0 ? $length($s) : $d($s & $s, $n - 1) }; $d('abcdefgh', 60))",
                "$sum([1..10000].([1..10000].([1..10000].(1))))",
                "$pad('x', 2000000000)",
                "$length($join([1..100000].('yyyyyyyyyy'), $pad('x', 100000)))",
                "$length($replace($pad('a', 1000000, 'a'), 'a', $pad('b', 1000000, 'b')))",
                "$reduce([1..1000000], function($a, $b) { $a & 'zzzzzzzzzzzzzzzzzzzz' })"
            })
    @DisplayName("what has no end, or no bound, is ended")
    void endless(String expression) {
        assertThat(fault(expression).reason()).isIn(Watch.TIME, Watch.MEMORY, "conversion-depth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', /(a+)+$/)",
                "$contains('x', /x/)",
                "$split('a-b', /-/)",
                "$replace('a', /a/, 'b')",
                "$replace('a', 'a', function($m) { 'b' })",
                "$eval('1 + 1')",
                "function($x) { $x }"
            })
    @DisplayName("patterns of the JDK, programs out of texts and functions as results cannot be had")
    void refused(String expression) {
        assertThat(fault(expression).reason()).isEqualTo("conversion-program");
    }

    @Test
    @DisplayName("a broken expression is refused with its line, a failing one with the code and no content")
    void places() {
        Violation broken = fault("{\n  \"a\": hoSo.,\n}").in(null).get(0);
        assertThat(broken.reason()).isEqualTo("program-unusable");
        assertThat(broken.line()).isEqualTo(2);
        for (String failing : new String[] {"hoSo.ma + 1", "$number(hoSo.ma)"}) {
            ConversionFault fault = fault(failing);
            assertThat(fault.reason()).isEqualTo("conversion-program");
            assertThat(fault.program()).isNotBlank().doesNotContain("HS1");
        }
        assertThat(fault("hoSo.khong").reason()).isEqualTo("conversion-empty");
    }
}
