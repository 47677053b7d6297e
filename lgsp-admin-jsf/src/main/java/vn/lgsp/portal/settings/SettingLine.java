package vn.lgsp.portal.settings;

import java.time.Instant;

/**
 * One setting on the page.
 *
 * @param value in force, in words
 * @param fallback the default in words; null when the default is in force
 * @param origin where the value comes from, in words; null when it is the default
 * @param tone of the origin: running for chosen by a person, stopped for fixed by the server
 * @param variable the environment variable that fixes it
 * @param changedBy null when nobody ever changed it
 * @param edit where it is changed; null when this person cannot
 * @param restart whether a change counts only after a restart
 */
public record SettingLine(
        String key,
        String title,
        String meaning,
        String value,
        String fallback,
        String origin,
        String tone,
        String variable,
        String changedBy,
        Instant changedAt,
        String reason,
        String edit,
        boolean restart) {}
