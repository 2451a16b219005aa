using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;

namespace SonicBridge.Local.StepFunctions.History;

/// <summary>Events as GetExecutionHistory answers them.</summary>
public static class HistoryJson
{
    private static readonly string[] s_data = ["input", "output"];

    /// <summary>A whole history: <c>{"events": […]}</c>.</summary>
    public static string Export(IReadOnlyList<HistoryEvent> events) =>
        JsonText.WriteIndented(
            new JsonObject { ["events"] = new JsonArray([.. events.Select(static e => Write(e, withData: true))]) }
        );

    /// <param name="withData">Whether inputs and outputs are told.</param>
    public static JsonNode Write(HistoryEvent happened, bool withData)
    {
        var json = new JsonObject
        {
            ["timestamp"] = WireTime.Write(happened.Time),
            ["type"] = happened.Type,
            ["id"] = happened.Id,
            ["previousEventId"] = happened.PreviousEventId,
        };
        if (happened.Details is { } details)
        {
            var told = (JsonObject)details.DeepClone();
            foreach (var name in s_data.Where(told.ContainsKey))
            {
                told[$"{name}Details"] = new JsonObject { ["truncated"] = false };
                if (!withData)
                {
                    told.Remove(name);
                }
            }

            json[DetailsName(happened.Type)] = told;
        }

        return json;
    }

    /// <summary>The member that holds an event's details: entering and leaving share theirs among all types of state.</summary>
    private static string DetailsName(string type) =>
        type.EndsWith("StateEntered", StringComparison.Ordinal) ? "stateEnteredEventDetails"
        : type.EndsWith("StateExited", StringComparison.Ordinal) ? "stateExitedEventDetails"
        : $"{char.ToLowerInvariant(type[0])}{type[1..]}EventDetails";
}
