using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonicBridge.Local.Migration;

/// <summary>The input of the migration's execution: what the user gives, and for the rest what a rehearsal needs.</summary>
public sealed class RehearsalInput
{
    // Nobody waits in a rehearsal for what is there already; a share bakes just long enough for calls to be placed.
    private const int PollSeconds = 1;
    private const int BakeSeconds = 3;

    private const int Half = 50;
    private static readonly int[] s_percentages = [10, Half, 100];

    /// <summary>The fields of nova-sonic-migrate: one that it lacks is told before an account is made, and not after.</summary>
    internal static readonly IReadOnlyList<string> Known =
    [
        "dryRun",
        "connectInstanceId",
        "functionName",
        "fargateClusterName",
        "taskDefinitionFamily",
        "fargateRevisionIsFixed",
        "stackName",
        "stackParameters",
        "imageTag",
        "percentages",
        "bakeSeconds",
        "pollSeconds",
        "room",
        "canary",
    ];

    private readonly JsonObject _fields;

    private RehearsalInput(JsonObject fields) => _fields = fields;

    /// <summary>Whether the plan alone is wanted.</summary>
    public bool IsDryRun => _fields["dryRun"] is JsonValue value && value.TryGetValue(out bool isDry) && isDry;

    /// <summary>Which of the shares, counted from 0, the calls during the shift are placed at; null when none is partial.</summary>
    public int? StepOfCalls
    {
        get
        {
            var partial = Percentages
                .Select(static (share, step) => (share, step))
                .Where(static one => one.share is > 0 and < 100)
                .OrderBy(static one => Math.Abs(one.share - Half))
                .ToArray();
            return partial is [var nearest, ..] ? nearest.step : null;
        }
    }

    /// <summary>The shares; the defaults where what is given is none, which the migration itself will refuse.</summary>
    public IReadOnlyList<int> Percentages =>
        _fields["percentages"] is JsonArray given
        && given.All(static share => share is JsonValue value && value.TryGetValue(out int _))
            ? [.. given.Select(static share => (int)share!)]
            : s_percentages;

    /// <summary>The rollback's input.</summary>
    public string OfRollback => new JsonObject { ["pollSeconds"] = _fields["pollSeconds"]?.DeepClone() }.ToJsonString();

    /// <summary>Reads what the user gives.</summary>
    /// <exception cref="RehearsalInputException">It is no JSON object; the message says what to give.</exception>
    public static RehearsalInput Parse(string text, bool isDryRun)
    {
        JsonObject fields;
        try
        {
            fields = JsonNode.Parse(text) as JsonObject ?? throw new RehearsalInputException("It is no JSON object.");
            // Keys that are given twice show only when they are looked at.
            fields.TryAdd("pollSeconds", PollSeconds);
        }
        catch (JsonException e)
        {
            var at = (e.BytePositionInLine ?? 0) + 1;
            throw new RehearsalInputException(
                string.Create(CultureInfo.InvariantCulture, $"It is no JSON; what is wrong is at character {at}."),
                e
            );
        }
        catch (ArgumentException e)
        {
            throw new RehearsalInputException("A field is given twice.", e);
        }

        if (
            fields.Select(static field => field.Key).Except(Known, StringComparer.Ordinal).ToList() is [var unknown, ..]
        )
        {
            throw new RehearsalInputException($"'{unknown}' is not known; the fields are {string.Join(", ", Known)}.");
        }

        fields.TryAdd("bakeSeconds", BakeSeconds);
        if (isDryRun)
        {
            fields["dryRun"] = true;
        }

        return new RehearsalInput(fields);
    }

    /// <summary>As the execution gets it.</summary>
    public override string ToString() => _fields.ToJsonString();
}

/// <summary>The input is none; the message is a sentence for the user.</summary>
public sealed class RehearsalInputException(string why, Exception? cause = null)
    : Exception(
        $"The value of --input cannot be used: {why} Give an object, such as '{{\"percentages\":[50,100]}}', or leave it out.",
        cause
    );
