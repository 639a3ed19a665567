package dev.drover.lab.load;

/** How a request failed. */
public enum FailureKind {
    /** No connection. */
    CONNECT,
    /** The connection ended before an answer. */
    RESET,
    /** No answer, or only a part of one, in time. */
    TIMEOUT,
    /** The status is 500 or above. */
    SERVER_ERROR,
    /** The status is neither 200 nor an error of the server: the run itself is wrong. */
    UNEXPECTED_STATUS,
    /** 200, and a page without rows. */
    HOLLOW,
    /** The body ended early, is no JSON, or is larger than any page. */
    TRUNCATED,
    /** Not sent: too many were in flight. */
    OVERLOAD
}
