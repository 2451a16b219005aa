using SonicBridge.Local.Call;

namespace SonicBridge.Local.View.Timeline;

/// <summary>A whole call, to be drawn on one time axis.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Entries">What happened.</param>
/// <param name="Caller">The caller's voice from the call's start: 16-bit, 8 kHz, mono.</param>
/// <param name="Agent">What the caller heard, likewise.</param>
public sealed record CallPicture(
    string Title,
    IReadOnlyList<JournalEntry> Entries,
    ReadOnlyMemory<short> Caller,
    ReadOnlyMemory<short> Agent
)
{
    internal const int SampleRate = 8000;

    /// <summary>What is real in it and what is not.</summary>
    public string Reality { get; init; } =
        "The cloud is simulated at the wire, the agent's lines are scripted; the product's processes are real.";

    /// <summary>The call's length.</summary>
    public TimeSpan Length
    {
        get
        {
            var audio = TimeSpan.FromSeconds(Math.Max(Caller.Length, Agent.Length) / (double)SampleRate);
            var last = Entries.Select(entry => entry.At + entry.Duration).DefaultIfEmpty(audio).Max();
            return last > audio ? last : audio;
        }
    }
}
