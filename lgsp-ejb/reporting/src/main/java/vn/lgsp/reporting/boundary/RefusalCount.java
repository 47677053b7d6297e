package vn.lgsp.reporting.boundary;

import vn.lgsp.model.error.ErrorCode;

/** How often requests were refused or failed with one code of the catalogue. */
public record RefusalCount(ErrorCode code, long requests) {}
