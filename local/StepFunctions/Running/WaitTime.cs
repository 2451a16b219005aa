using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>How long a Wait state waits.</summary>
internal static class WaitTime
{
    public static TimeSpan Of(StateVisit visit, WaitState wait, TimeProvider time)
    {
        var input = visit.SelectInput();
        if (wait.Seconds is { } seconds)
        {
            return TimeSpan.FromSeconds(visit.Whole(seconds, input));
        }

        return (wait.Timestamp ?? Read(visit, wait.TimestampPath!, input)) - time.GetUtcNow();
    }

    private static DateTimeOffset Read(StateVisit visit, PathExpression path, JsonNode? input)
    {
        var value = visit.Select(path, input, "TimestampPath");
        return
            value is JsonValue text && text.TryGetValue<string>(out var read) && Timestamps.TryParse(read, out var time)
            ? time
            : throw visit.Runtime(
                $"The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: {path.Text} == {JsonText.Write(value)}"
            );
    }
}
