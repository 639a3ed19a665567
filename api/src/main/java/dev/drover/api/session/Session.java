package dev.drover.api.session;

/** What both ends of an agents' session must agree on. */
public final class Session {

    /** Where a controller takes sessions. */
    public static final String PATH = "/v1/agents/session";
    /** The WebSocket subprotocol. */
    public static final String SUBPROTOCOL = "drover.v1";
    /** The largest frame from an agent, in bytes; a larger one ends the session with 1009. */
    public static final int MAX_AGENT_FRAME_BYTES = 64 * 1024;
    /** The largest frame from a controller, in bytes. */
    public static final int MAX_CONTROLLER_FRAME_BYTES = 1024 * 1024;

    /** WebSocket close code: the controller stops or restarts. */
    public static final int CLOSE_RESTART = 1012;
    /** WebSocket close code: a message that cannot be read, or breaks a rule. */
    public static final int CLOSE_POLICY = 1008;
    /** WebSocket close code: a newer session of the same agent replaces this one. */
    public static final int CLOSE_REPLACED = 4001;

    private Session() {}
}
