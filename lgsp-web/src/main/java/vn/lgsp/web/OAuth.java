package vn.lgsp.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import vn.lgsp.web.filter.ClientFilter;
import vn.lgsp.web.filter.RateFilter;
import vn.lgsp.web.filter.RequestIdFilter;
import vn.lgsp.web.json.JsonWriter;
import vn.lgsp.web.oauth.TokenResource;
import vn.lgsp.web.problem.OAuthProblemMapper;

/** Everything under {@code /oauth2}: tickets of access in the words of OAuth 2.0, which existing clients speak (Điều 10). */
@ApplicationPath("oauth2")
public class OAuth extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                RequestIdFilter.class,
                ClientFilter.class,
                RateFilter.class,
                JsonWriter.class,
                OAuthProblemMapper.class,
                TokenResource.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Api.STRICT;
    }
}
