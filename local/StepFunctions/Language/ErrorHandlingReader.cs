using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.StepFunctions.Language;

/// <summary>Reads <c>Retry</c> and <c>Catch</c>.</summary>
internal static class ErrorHandlingReader
{
    private const long LongestInterval = 99_999_999;
    private const long LongestDelay = 31_622_399;

    public static IReadOnlyList<Retrier> ReadRetry(DefinitionObject state)
    {
        var entries = state.Objects("Retry");
        return [.. entries.Select((entry, i) => ReadRetrier(entry, isLast: i == entries.Count - 1))];
    }

    public static IReadOnlyList<Catcher> ReadCatch(DefinitionObject state)
    {
        var entries = state.Objects("Catch");
        return [.. entries.Select((entry, i) => ReadCatcher(entry, isLast: i == entries.Count - 1))];
    }

    private static Retrier ReadRetrier(DefinitionObject entry, bool isLast)
    {
        var errors = ReadErrors(entry, isLast);
        var interval = entry.Whole("IntervalSeconds", 1, LongestInterval) ?? 1;
        var attempts = entry.Whole("MaxAttempts", 0, LongestInterval) ?? 3;
        var rate = 2.0;
        if (
            entry.Has("BackoffRate")
            && (entry.Node("BackoffRate") is not JsonValue number || !number.TryGetValue(out rate) || !(rate >= 1))
        )
        {
            throw entry.Refuse("BackoffRate", "has to be a number of 1 or more.");
        }

        var most = entry.Whole("MaxDelaySeconds", 1, LongestDelay);
        if (most < interval)
        {
            throw entry.Refuse("MaxDelaySeconds", "must not be less than IntervalSeconds.");
        }

        var jitter = entry.Text("JitterStrategy") ?? "NONE";
        if (jitter is not ("NONE" or "FULL"))
        {
            throw entry.Refuse("JitterStrategy", "has to be FULL or NONE.");
        }

        entry.RefuseUnknown("a retrier");
        TimeSpan? maxDelay = most is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        return new Retrier(errors, TimeSpan.FromSeconds(interval), attempts, rate, maxDelay, jitter == "FULL");
    }

    private static Catcher ReadCatcher(DefinitionObject entry, bool isLast)
    {
        var errors = ReadErrors(entry, isLast);
        var next = entry.RequiredText("Next");
        var resultPath = StateFields.ReadResultPath(entry);
        entry.RefuseUnknown("a catcher");
        return new Catcher(errors, next, resultPath);
    }

    private static List<string> ReadErrors(DefinitionObject entry, bool isLast)
    {
        if (entry.RequiredNode("ErrorEquals") is not JsonArray { Count: > 0 } names)
        {
            throw entry.Refuse("ErrorEquals", "has to be an array of error names, and not an empty one.");
        }

        var errors = new List<string>();
        foreach (var item in names)
        {
            var name =
                item is JsonValue value && value.TryGetValue<string>(out var text)
                    ? text
                    : throw entry.Refuse("ErrorEquals", $"holds {JsonText.Write(item)}, which is not an error name.");
            if (name.StartsWith("States.", StringComparison.Ordinal) && !ErrorNames.Reserved.Contains(name))
            {
                throw entry.Refuse("ErrorEquals", $"holds '{name}', and the States Language has no such error.");
            }

            errors.Add(name);
        }

        return !errors.Contains(ErrorNames.All, StringComparer.Ordinal) || (errors.Count == 1 && isLast)
            ? errors
            : throw entry.Refuse("ErrorEquals", $"may hold {ErrorNames.All} only alone, and only in the last entry.");
    }
}
