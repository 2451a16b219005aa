using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Bridge.Conversation;

/// <summary>What a call keeps to: its times, and its configuration.</summary>
internal sealed record CallLimits
{
    /// <summary>How the agent is to hold the call.</summary>
    public CallConfiguration Configuration { get; init; } = new();

    /// <summary>The call ends when neither side has spoken for so long.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How often the execution hears that the bridge lives.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a bridge for which the execution no longer waits looks whether another one takes its place.</summary>
    public TimeSpan Orphaned { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a bridge that was told to stop holds the conversation until the next one has it: with the end's steps far
    /// less than stopTimeout's 120 s.
    /// </summary>
    public TimeSpan Leave { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often Connect's word for the end of the contact is looked for.</summary>
    public TimeSpan Disconnect { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the caller's last words may take to come after that.</summary>
    public TimeSpan LastWords { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long an action may still take once the call is to end.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long each step of the end may take. There are four: far less in all than stopTimeout's 120 s.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the model may take to end its output after the goodbye.</summary>
    public TimeSpan ModelGoodbye { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a look at what the caller has heard may take. The caller's voice waits for it when a session begins.</summary>
    public TimeSpan Recall { get; init; } = TimeSpan.FromSeconds(2);
}
