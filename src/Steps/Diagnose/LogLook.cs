using System.Text.Json;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Diagnose;

/// <summary>Reads warnings and errors from the logs of bridges and functions, each line one object of JSON.</summary>
internal sealed class LogLook(IAmazonCloudWatchLogs logs)
{
    private const int MostLines = 50;

    // CloudWatch answers an empty page for each stretch of a log that it has gone through.
    private const int MostPages = 10;

    private static readonly string[] s_levels = ["warning", "error", "critical"];

    private static readonly string[] s_groups =
    [
        "/ecs/nova-sonic-bridge",
        "/ecs/nova-sonic-standby",
        .. FunctionsLook.Names.Select(name => $"/aws/lambda/{name}"),
    ];

    /// <summary>A call's lines or, without a call, all.</summary>
    public async Task<IReadOnlyList<LogLine>> ReadAsync(ContactId? contact, DateTimeOffset since) =>
        [.. (await Task.WhenAll(s_groups.Select(group => ReadAsync(group, contact, since)))).SelectMany(lines => lines)];

    private async Task<IReadOnlyList<LogLine>> ReadAsync(string group, ContactId? contact, DateTimeOffset since)
    {
        var found = new List<LogLine>();
        var request = new FilterLogEventsRequest
        {
            LogGroupName = group,
            StartTime = since.ToUnixTimeMilliseconds(),
            FilterPattern = Pattern(contact),
        };
        for (var page = 0; page < MostPages && found.Count < MostLines; page++)
        {
            FilterLogEventsResponse answer;
            try
            {
                answer = await logs.FilterLogEventsAsync(request);
            }
            catch (ResourceNotFoundException)
            {
                // The group of what never ran.
                break;
            }

            found.AddRange(
                (answer.Events ?? []).Select(line => Parse(group, line.Message ?? "", contact)).OfType<LogLine>()
            );
            if (answer.NextToken is not { Length: > 0 } next)
            {
                break;
            }

            request.NextToken = next;
        }

        return found;
    }

    // Bridges write levels in lower case, Lambda's runtime for .NET with a capital.
    private static string Pattern(ContactId? contact)
    {
        var levels = string.Join(
            " || ",
            s_levels.SelectMany(level =>
                new[] { level, $"{char.ToUpperInvariant(level[0])}{level[1..]}" }.Select(name => $"$.level = \"{name}\"")
            )
        );
        return contact is { } call ? $"{{ ({levels}) && $.contactId = \"{call}\" }}" : $"{{ {levels} }}";
    }

    /// <summary>Null for a line that is of another call, of no weight, or no JSON.</summary>
    internal static LogLine? Parse(string group, string text, ContactId? contact)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var line = document.RootElement;
            var level = line.TextAt("level")?.ToLowerInvariant();
            return
                level is not null
                && s_levels.Contains(level, StringComparer.Ordinal)
                && (contact is null || line.TextAt("contactId") == contact.ToString())
                ? new LogLine(group, level, line.TextAt("message") ?? "")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
