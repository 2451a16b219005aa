using SonicBridge.Contracts;

namespace SonicBridge.Local.Script;

/// <summary>When a call counts as a success.</summary>
/// <param name="Ending">How it ends.</param>
/// <param name="Turns">How often the caller is answered; null for any number.</param>
/// <param name="Interruptions">How often the caller speaks over the agent; null for any number.</param>
public sealed record Expectation(CallEnding Ending, int? Turns, int? Interruptions)
{
    /// <summary>A sentence for each way in which a call was not as expected.</summary>
    public IReadOnlyList<string> Misses(CallEnding ending, int turns, int interruptions)
    {
        List<string> misses = [];
        if (ending != Ending)
        {
            misses.Add($"The call ended by {ending}, and the scenario expects {Ending}.");
        }

        if (Turns is { } expectedTurns && turns != expectedTurns)
        {
            misses.Add($"The caller was answered {turns} times, and the scenario expects {expectedTurns}.");
        }

        if (Interruptions is { } expectedInterruptions && interruptions != expectedInterruptions)
        {
            misses.Add(
                $"The caller spoke over the agent {interruptions} times, and the scenario expects {expectedInterruptions}."
            );
        }

        return misses;
    }
}
