package vn.lgsp.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import vn.lgsp.web.filter.AuthenticationFilter;
import vn.lgsp.web.filter.MethodOverrideFilter;
import vn.lgsp.web.filter.RateFilter;
import vn.lgsp.web.filter.RequestIdFilter;
import vn.lgsp.web.filter.TusFilter;
import vn.lgsp.web.json.JsonReader;
import vn.lgsp.web.json.JsonWriter;
import vn.lgsp.web.problem.AnyProblemMapper;
import vn.lgsp.web.resource.AccessExplanationResource;
import vn.lgsp.web.resource.AccessKeysResource;
import vn.lgsp.web.resource.AccessRightsResource;
import vn.lgsp.web.resource.AccessTokenResource;
import vn.lgsp.web.resource.AgencyExportResource;
import vn.lgsp.web.resource.AgencyImportsResource;
import vn.lgsp.web.resource.AgencyResource;
import vn.lgsp.web.resource.ApplicationFormsResource;
import vn.lgsp.web.resource.ApplicationsResource;
import vn.lgsp.web.resource.CertificateAuthorityResource;
import vn.lgsp.web.resource.CertificatesResource;
import vn.lgsp.web.resource.CodeListsResource;
import vn.lgsp.web.resource.CodesResource;
import vn.lgsp.web.resource.ConfirmResource;
import vn.lgsp.web.resource.DataTypesResource;
import vn.lgsp.web.resource.DeliveriesResource;
import vn.lgsp.web.resource.DirectoryResource;
import vn.lgsp.web.resource.EventsResource;
import vn.lgsp.web.resource.GroupsResource;
import vn.lgsp.web.resource.LineageResource;
import vn.lgsp.web.resource.OfferedServicesResource;
import vn.lgsp.web.resource.PacketsResource;
import vn.lgsp.web.resource.PoliciesResource;
import vn.lgsp.web.resource.RateLimitsResource;
import vn.lgsp.web.resource.ReorganisationDocumentsResource;
import vn.lgsp.web.resource.ReorganisationsResource;
import vn.lgsp.web.resource.RouteTrialResource;
import vn.lgsp.web.resource.RoutesResource;
import vn.lgsp.web.resource.SendResource;
import vn.lgsp.web.resource.ServiceResource;
import vn.lgsp.web.resource.SessionsResource;
import vn.lgsp.web.resource.SpacesResource;
import vn.lgsp.web.resource.TicketPoliciesResource;
import vn.lgsp.web.resource.TransformationsResource;
import vn.lgsp.web.resource.UndeliverableResource;
import vn.lgsp.web.resource.UploadsResource;
import vn.lgsp.web.resource.WaiversResource;
import vn.lgsp.web.resource.ZonesResource;

/** Everything under {@code /api/v1}; the contract is {@code openapi.yaml}. Listed by hand, so that nothing is served by accident. */
@ApplicationPath("api/v1")
public class Api extends Application {
    /** Jersey: no JSON providers but our strict ones, and no validation provider that answers in its own words. */
    static final Map<String, Object> STRICT = Map.of(
            "jersey.config.disableAutoDiscovery", true,
            "jersey.config.disableJsonBinding", true,
            "jersey.config.disableMoxyJson", true,
            "jersey.config.server.wadl.disableWadl", true,
            "jersey.config.beanValidation.disable.server", true);

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                RequestIdFilter.class,
                AuthenticationFilter.class,
                RateFilter.class,
                JsonReader.class,
                JsonWriter.class,
                AnyProblemMapper.class,
                SessionsResource.class,
                PacketsResource.class,
                PoliciesResource.class,
                TransformationsResource.class,
                ApplicationFormsResource.class,
                RateLimitsResource.class,
                SpacesResource.class,
                UploadsResource.class,
                TusFilter.class,
                MethodOverrideFilter.class,
                DeliveriesResource.class,
                SendResource.class,
                ConfirmResource.class,
                UndeliverableResource.class,
                RoutesResource.class,
                RouteTrialResource.class,
                EventsResource.class,
                DirectoryResource.class,
                AgencyResource.class,
                CodesResource.class,
                ReorganisationsResource.class,
                ReorganisationDocumentsResource.class,
                LineageResource.class,
                AgencyExportResource.class,
                AgencyImportsResource.class,
                ZonesResource.class,
                ServiceResource.class,
                ApplicationsResource.class,
                AccessKeysResource.class,
                WaiversResource.class,
                CertificatesResource.class,
                CertificateAuthorityResource.class,
                OfferedServicesResource.class,
                TicketPoliciesResource.class,
                AccessRightsResource.class,
                AccessTokenResource.class,
                AccessExplanationResource.class,
                GroupsResource.class,
                DataTypesResource.class,
                CodeListsResource.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return STRICT;
    }
}
