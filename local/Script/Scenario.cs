using SonicBridge.Contracts;

namespace SonicBridge.Local.Script;

/// <summary>A conversation that is acted: the caller's lines, the simulated agent's, and how the call is to end.</summary>
/// <param name="Title">For whoever looks at the call.</param>
/// <param name="Turns">In order. Empty for a recording of which nothing is known.</param>
/// <param name="Otherwise">What the agent answers to speech that is no line of the caller's, in order, again and again.</param>
/// <param name="Expected">When the call counts as a success.</param>
public sealed record Scenario(
    string Title,
    IReadOnlyList<Turn> Turns,
    IReadOnlyList<SpokenLine> Otherwise,
    Expectation Expected
)
{
    /// <summary>What the agent says when it is asked to open the call; null when it waits for the caller.</summary>
    public SpokenLine? Opening { get; init; }

    /// <summary>How long the model keeps a stream in this call; null for as long as the real one.</summary>
    public TimeSpan? Session { get; init; }

    /// <summary>The silence by which the caller knows that the agent has finished; null for the usual one.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>The call's configuration, as a business writes it; null for the template's defaults.</summary>
    public string? Configuration { get; init; }

    /// <summary>The tools' functions.</summary>
    public IReadOnlyList<ScriptedFunction> Functions { get; init; } = [];

    /// <summary>A recording that the caller plays straight through, in place of the scenario's own lines.</summary>
    public ReadOnlyMemory<short>? Recording { get; private init; }

    /// <summary>The same scenario with a recording as the caller. The turns stay, and are told by their order.</summary>
    public Scenario WithRecording(ReadOnlyMemory<short> recording) =>
        this with
        {
            Recording = recording,
            Turns = [.. Turns.Select(static turn => turn with { CallerVoice = null })],
        };

    /// <summary>A call of which only the recording is known: it counts as a success when it ends as calls do.</summary>
    public static Scenario OfUnknown(ReadOnlyMemory<short> recording, IReadOnlyList<SpokenLine> otherwise) =>
        new("A recording of somebody", [], otherwise, new Expectation(CallEnding.CallerHungUp, null, null))
        {
            Recording = recording,
        };
}

/// <summary>One turn: the caller speaks, the agent answers.</summary>
/// <param name="CallerWords">For the transcript: the simulation understands no word.</param>
/// <param name="CallerVoice">By which the turn is told from others; null when it is told by its order.</param>
/// <param name="InterruptsAfter">For a caller who does not wait for the agent's end: how long after its beginning.</param>
/// <param name="Answer">The agent's line; null where the agent only calls tools.</param>
public sealed record Turn(
    string CallerWords,
    ReadOnlyMemory<short>? CallerVoice,
    TimeSpan? InterruptsAfter,
    SpokenLine? Answer
)
{
    /// <summary>What the agent says before it calls the tools.</summary>
    public SpokenLine? Before { get; init; }

    /// <summary>The tools that the agent calls, all at once; the answer is said when they have answered.</summary>
    public IReadOnlyList<ScriptedTool> Tools { get; init; } = [];

    /// <summary>So long after the caller has begun to say it, the bridge is killed.</summary>
    public TimeSpan? KillsBridgeAfter { get; init; }

    /// <summary>So long after the caller has begun to say it, the caller hangs up.</summary>
    public TimeSpan? HangsUpAfter { get; init; }
}

/// <summary>A tool's function.</summary>
/// <param name="Name">As the call's configuration names it.</param>
/// <param name="Sample">The sample that stands for it.</param>
/// <param name="Delay">How much longer it takes than the sample does.</param>
public sealed record ScriptedFunction(string Name, string Sample, TimeSpan Delay);

/// <summary>A call of a tool.</summary>
/// <param name="Arguments">The JSON object that the simulated model sends.</param>
/// <param name="Answers">What the tool's answer has to contain; null for anything.</param>
public sealed record ScriptedTool(string Name, string Arguments, string? Answers);

/// <summary>Words and their sound.</summary>
/// <param name="Voice">16-bit, 8 kHz, mono.</param>
public sealed record SpokenLine(string Words, ReadOnlyMemory<short> Voice);
