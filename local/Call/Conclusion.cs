using SonicBridge.Contracts;
using SonicBridge.Local.Script;
using SonicBridge.Local.View;

namespace SonicBridge.Local.Call;

/// <summary>Says how a call went, and judges whether it went as it should.</summary>
internal static class Conclusion
{
    private const string Files =
        "mix.wav, caller.wav, agent.wav, timeline.png, transcript.json, outcome.json, execution-history.json";

    /// <returns>Whether the call was as the scenario expects or, with the real model, whether it did not fail.</returns>
    public static bool Say(Scenario scenario, CallResult result, RealModel? model, string folder, ICallView view)
    {
        view.Say("");
        view.Say($"{folder}: {Files}");
        if (result.Outcome is not { } outcome)
        {
            view.Say("The call has no recorded outcome: the product lost it.");
            return false;
        }

        var agent = model is null
            ? "the agent's lines are scripted, the rest is the product's own work"
            : $"the agent was the model at Bedrock in {model.Key.Region}";
        view.Say($"The call ended by {outcome.Ending} after {result.Turns} answers; {agent}.");
        if (outcome is { Ending: CallEnding.Failed, Detail: { Length: > 0 } detail })
        {
            view.Say(detail);
        }

        if (model is not null)
        {
            return outcome.Ending != CallEnding.Failed;
        }

        if (result.Hearing is { } hearing)
        {
            view.Say(hearing.Sentence);
        }

        var misses = scenario.Expected.Misses(outcome.Ending, result.Turns, result.Interruptions);
        foreach (var miss in misses)
        {
            view.Say(miss);
        }

        return misses.Count == 0 && result.Hearing is not { IsTrue: false };
    }
}
