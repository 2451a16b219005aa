using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.History;

namespace SonicBridge.Local.View.Graph;

/// <summary>What the events within a state tell of the stay in it.</summary>
internal static class StayEvents
{
    public static void Add(Stay stay, HistoryEvent happened)
    {
        stay.Left = happened.Time;
        switch (happened.Type)
        {
            case "TaskScheduled" or "LambdaFunctionScheduled" or "ParallelStateStarted" or "MapStateStarted":
                stay.Tries++;
                stay.Failing = false;
                break;
            case "TaskSubmitted" or "TaskSucceeded":
                StartOrEndNested(stay, happened);
                break;
            case var type when type.EndsWith("StateExited", StringComparison.Ordinal):
                stay.End = stay.Failing ? StayEnd.Failed : StayEnd.Passed;
                break;
            case var type when type.EndsWith("StateAborted", StringComparison.Ordinal):
                stay.End = StayEnd.Stopped;
                EndNested(stay, happened);
                break;
            case var type when IsFailure(type):
                stay.Failing = true;
                stay.Error = happened.Details?["error"]?.GetValue<string>();
                EndNested(stay, happened);
                break;
        }
    }

    private static bool IsFailure(string type) =>
        type.EndsWith("Failed", StringComparison.Ordinal) || type.EndsWith("TimedOut", StringComparison.Ordinal);

    // A task that waits tells of the execution when it is submitted, one that does not when it succeeds.
    private static void StartOrEndNested(Stay stay, HistoryEvent happened)
    {
        if (NestedIn(happened) is not { } arn)
        {
            return;
        }

        if (stay.Nested.LastOrDefault()?.Arn == arn)
        {
            EndNested(stay, happened);
        }
        else
        {
            stay.Nested.Add(new NestedRun(arn, happened.Time));
        }
    }

    private static void EndNested(Stay stay, HistoryEvent happened)
    {
        if (stay.Nested.Count > 0)
        {
            stay.Nested[^1] = stay.Nested[^1] with { Ended = happened.Time };
        }
    }

    private static string? NestedIn(HistoryEvent happened) =>
        happened.Details is { } details
        && details["resourceType"]?.GetValue<string>() == "states"
        && JsonText.Parse(details["output"]?.GetValue<string>() ?? "null") is JsonObject output
            ? output["ExecutionArn"]?.GetValue<string>()
            : null;
}
