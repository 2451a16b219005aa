using SonicBridge.Contracts;

namespace SonicBridge.Local.Script;

/// <summary>When a call counts as a success.</summary>
/// <param name="Ending">How it ends.</param>
/// <param name="Turns">How often the agent speaks; null for any number.</param>
/// <param name="Interruptions">How often the caller speaks over the agent; null for any number.</param>
public sealed record Expectation(CallEnding Ending, int? Turns, int? Interruptions)
{
    /// <summary>How often a session of the model gives way to the next at least; null for any number.</summary>
    public int? Renewals { get; init; }

    /// <summary>How often another bridge goes on with the call; null for any number.</summary>
    public int? Relaunches { get; init; }

    /// <summary>What the caller hears from the flow, word for word, each once.</summary>
    public IReadOnlyList<string> Heard { get; init; } = [];

    /// <summary>A sentence for each way in which a call was not as expected.</summary>
    public IReadOnlyList<string> Misses(CallEnding ending, ConversationFacts facts)
    {
        List<string> misses = [];
        if (ending != Ending)
        {
            misses.Add($"The call ended by {ending}, and the scenario expects {Ending}.");
        }

        if (Turns is { } turns && facts.Turns != turns)
        {
            misses.Add($"The caller was answered {facts.Turns} times, and the scenario expects {turns}.");
        }

        if (Interruptions is { } interruptions && facts.Interruptions != interruptions)
        {
            misses.Add(
                $"The caller spoke over the agent {facts.Interruptions} times, and the scenario expects {interruptions}."
            );
        }

        if (Renewals is { } renewals && facts.Renewals < renewals)
        {
            misses.Add($"{facts.Renewals} sessions gave way to the next, and the scenario expects {renewals} or more.");
        }

        if (Relaunches is { } relaunches && facts.Relaunches != relaunches)
        {
            misses.Add($"{facts.Relaunches} bridges went on with the call, and the scenario expects {relaunches}.");
        }

        foreach (var phrase in Heard)
        {
            var times = facts.Heard.Count(heard => heard == phrase);
            if (times != 1)
            {
                misses.Add($"The caller heard '{phrase}' {times} times, and the scenario expects it once.");
            }
        }

        return misses;
    }
}

/// <summary>What happened in a call, counted.</summary>
/// <param name="Turns">How often the agent spoke.</param>
/// <param name="Interruptions">How often the caller spoke over the agent.</param>
/// <param name="Renewals">How often a session of the model gave way to the next.</param>
/// <param name="Relaunches">How often another bridge went on with the call.</param>
/// <param name="Heard">The texts that the flow spoke to the caller.</param>
public sealed record ConversationFacts(
    int Turns,
    int Interruptions,
    int Renewals,
    int Relaunches,
    IReadOnlyList<string> Heard
);
