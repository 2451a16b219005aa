using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace SonicBridge.Steps.Report;

/// <summary>Reads an execution's history as the steps that it took.</summary>
internal static class ExecutionSteps
{
    /// <summary>All steps so far, in the order in which they began.</summary>
    public static async Task<IReadOnlyList<ReportedStep>> ReadAsync(
        IAmazonStepFunctions stepFunctions,
        string execution
    )
    {
        var events = new List<HistoryEvent>();
        var request = new GetExecutionHistoryRequest
        {
            ExecutionArn = execution,
            IncludeExecutionData = true,
            MaxResults = 1000,
        };
        do
        {
            var page = await stepFunctions.GetExecutionHistoryAsync(request);
            events.AddRange(page.Events ?? []);
            request.NextToken = page.NextToken;
        } while (request.NextToken is not null);

        return Of(events);
    }

    /// <summary>Follows each event back to the state that was entered before it.</summary>
    public static IReadOnlyList<ReportedStep> Of(IEnumerable<HistoryEvent> events)
    {
        var steps = new List<ReportedStep>();
        var stepOfEvent = new Dictionary<long, int>();
        foreach (var happened in events)
        {
            var time = new DateTimeOffset(happened.Timestamp.GetValueOrDefault());
            if (happened.StateEnteredEventDetails is { } entered)
            {
                stepOfEvent[happened.Id.GetValueOrDefault()] = steps.Count;
                steps.Add(new ReportedStep(entered.Name, time, null, null));
                continue;
            }

            if (!stepOfEvent.TryGetValue(happened.PreviousEventId.GetValueOrDefault(), out var step))
            {
                continue;
            }

            stepOfEvent[happened.Id.GetValueOrDefault()] = step;
            if (happened.TaskSucceededEventDetails is { } succeeded)
            {
                steps[step] = steps[step] with { Note = NoteOf(succeeded.Output) };
            }
            else if (happened.StateExitedEventDetails is { } exited)
            {
                // What comes before the exit of a state that holds others is the last event of one of these.
                var left = steps.FindLastIndex(entered => entered.State == exited.Name && entered.Seconds is null);
                if (left >= 0)
                {
                    steps[left] = steps[left] with { Seconds = (time - steps[left].Began).TotalSeconds };
                    stepOfEvent[happened.Id.GetValueOrDefault()] = left;
                }
            }
        }

        return steps;
    }

    /// <summary>A function of the migration says what it did in <c>done</c>, or how far it is in <c>note</c>.</summary>
    private static string? NoteOf(string? output)
    {
        if (string.IsNullOrEmpty(output))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(output);
            return json.RootElement.TextAt("Payload", "done") ?? json.RootElement.TextAt("Payload", "note");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
