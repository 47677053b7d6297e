package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("The processors of XML that anything in the application gets are the JDK's, whatever libraries lie in it")
class ParsersIT {
    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @Test
    @DisplayName("Saxon converts what it is given and takes over nothing")
    void ofTheJdk() {
        assertThat(TransformerFactory.newInstance().getClass().getName())
                .startsWith("com.sun.org.apache.xalan.internal.");
        assertThat(XPathFactory.newInstance().getClass().getName()).startsWith("com.sun.org.apache.xpath.internal.");
        assertThat(SAXParserFactory.newInstance().getClass().getName())
                .startsWith("com.sun.org.apache.xerces.internal.");
        assertThat(SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema")
                        .getClass()
                        .getName())
                .startsWith("com.sun.org.apache.xerces.internal.");
    }
}
