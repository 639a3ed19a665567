package dev.drover.api.steering;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a fleet of a single edge may conclude: there is nobody to contradict it. */
public enum SingleVantage {
    /** Nothing; a person is called. */
    @JsonProperty("alarm")
    ALARM,
    /** As much as several edges. */
    @JsonProperty("allow")
    ALLOW
}
