package vn.lgsp.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import vn.lgsp.web.filter.RequestIdFilter;
import vn.lgsp.web.json.JsonWriter;
import vn.lgsp.web.oauth.MetadataResource;
import vn.lgsp.web.problem.AnyProblemMapper;

/** What clients look for under {@code /.well-known} (RFC 8615). All of it is public: it has no filter that asks who comes. */
@ApplicationPath(".well-known")
public class WellKnown extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(RequestIdFilter.class, JsonWriter.class, AnyProblemMapper.class, MetadataResource.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Api.STRICT;
    }
}
