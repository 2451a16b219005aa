using SonicBridge.Contracts;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Script;
using SonicBridge.Local.View;

namespace SonicBridge.Local.Call;

/// <summary>Says how a call went, and judges whether it went as it should.</summary>
internal static class Conclusion
{
    /// <returns>Whether the call was as the scenario expects or, with the real model, whether it did not fail.</returns>
    public static bool Say(Scenario scenario, CallResult result, RealModel? model, string folder, ICallView view)
    {
        view.Say("");
        view.Say($"{folder}: {string.Join(", ", Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order())}");
        if (result.Outcome is not { } outcome)
        {
            view.Say(
                result.Execution is null
                    ? "No execution was begun: invoke-ecs-ec2-task did not answer within Connect's 8 seconds, and the flow went on without it. Is the machine busy?"
                    : "The call has no recorded outcome: the product lost it."
            );
            return false;
        }

        var agent = model is null
            ? "the agent's lines are scripted, the rest is the product's own work"
            : $"the agent was the model at Bedrock in {model.Key.Region}";
        var answers = result.Turns == 1 ? "1 answer" : $"{result.Turns} answers";
        view.Say($"The call ended by {outcome.Ending} after {answers}; {agent}.");
        // A Lambda that is too slow for Connect takes the flow's error branch, of which the product knows nothing.
        var wasHandedOver = result.Flow is FlowEnding.TransferredToQueue && outcome.Next is FlowStep.End;
        if (wasHandedOver)
        {
            view.Say(
                "The flow handed the caller to a person though the product meant to go on: a function failed or was too slow for Connect's 8 seconds. See the steps above."
            );
        }

        if (outcome is { Ending: CallEnding.Failed, Detail: { Length: > 0 } detail })
        {
            view.Say(detail);
        }

        if (model is not null)
        {
            return outcome.Ending != CallEnding.Failed && !wasHandedOver;
        }

        if (result.Hearing is { } hearing)
        {
            view.Say(hearing.Sentence);
        }

        SaySessions(result.Facts, view);

        var misses = scenario.Expected.Misses(outcome.Ending, result.Facts);
        foreach (var miss in misses.Concat(result.Losses))
        {
            view.Say(miss);
        }

        return misses.Count == 0
            && result.Losses.Count == 0
            && !wasHandedOver
            && result.Hearing is not { IsTrue: false };
    }

    private static void SaySessions(ConversationFacts facts, ICallView view)
    {
        if (facts.Renewals + facts.Relaunches > 0)
        {
            view.Say(
                $"The model's session was renewed {Times(facts.Renewals)}, and another bridge went on with the call {Times(facts.Relaunches)}; the caller spoke over the agent {Times(facts.Interruptions)}."
            );
        }
    }

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";
}
