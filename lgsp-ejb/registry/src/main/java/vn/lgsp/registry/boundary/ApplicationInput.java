package vn.lgsp.registry.boundary;

import java.util.Set;
import vn.lgsp.model.registry.Application;

/**
 * What people say about an application.
 *
 * @param name 1–200 characters
 * @param callback a complete http or https address of at most 500 characters, without a user; null unless the channel is WEBHOOK
 * @param description at most 1,000 characters; may be null
 * @param contact at most 200 characters; may be null
 * @param sendTypes codes of types of data; empty for every type
 * @param receiveTypes codes of types of data; empty for every type
 */
public record ApplicationInput(
        String name,
        Application.Kind kind,
        boolean sends,
        boolean receives,
        Application.Channel channel,
        String callback,
        String description,
        String contact,
        Set<String> sendTypes,
        Set<String> receiveTypes) {}
