package vn.lgsp.model;

import java.util.UUID;

/** Told (as a CDI event) when the demonstration province has been loaded, so that other services can add their samples. */
public record DemoProvinceLoaded(UUID provinceAgencyId, UUID sourceAgencyId, UUID destinationAgencyId) {}
