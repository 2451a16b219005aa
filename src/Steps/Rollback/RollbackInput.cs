using System.Text.Json;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>The input of a rollback, checked.</summary>
/// <param name="Migration">The migration that somebody named, or null for the last one.</param>
/// <param name="PollSeconds">How long to wait before AWS is asked again.</param>
/// <param name="StartedBy">The execution that started this one, if one did.</param>
internal sealed record RollbackInput(string? Migration, int PollSeconds, string? StartedBy)
{
    private const int DefaultPollSeconds = 15;
    private const int LongestPollSeconds = 300;

    // Step Functions adds such members to the input of an execution that another one started.
    private const string OfStepFunctions = "AWS_STEP_FUNCTIONS_";

    private static readonly string[] s_fields = ["migration", "folder", "pollSeconds"];

    /// <exception cref="MigrationRefused">A field is not what it has to be; the message names it.</exception>
    public static RollbackInput Read(JsonElement input, string bucket)
    {
        if (input.ValueKind is not JsonValueKind.Object)
        {
            throw new MigrationRefused("The input has to be a JSON object: {} rolls the last migration back.");
        }

        var unknown = input
            .EnumerateObject()
            .Select(field => field.Name)
            .Where(name => !name.StartsWith(OfStepFunctions, StringComparison.Ordinal))
            .Except(s_fields)
            .ToList();
        if (unknown.Count > 0)
        {
            throw new MigrationRefused(
                $"'{unknown[0]}' is no field of a rollback's input. It knows migration (the id of one), folder and pollSeconds, and needs none."
            );
        }

        return new RollbackInput(
            MigrationOf(input, bucket),
            PollSecondsOf(input.At("pollSeconds")),
            input.TextAt($"{OfStepFunctions}STARTED_BY_EXECUTION_ID")
        );
    }

    private static string? MigrationOf(JsonElement input, string bucket)
    {
        if (input.At("folder").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            var folder = FolderOf(input.TextAt("folder"));
            return folder.Bucket == bucket
                ? folder.Id
                : throw new MigrationRefused($"folder is {folder}, but the backups are in s3://{bucket}/.");
        }

        var migration = input.At("migration");
        return migration.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.String when migration.GetString() is { Length: > 0 } id && !id.Contains('/') => id,
            _ => throw new MigrationRefused(
                "migration has to be the id of a migration: the name of a folder below migrations/ in the backup bucket."
            ),
        };
    }

    private static MigrationFolder FolderOf(string? text)
    {
        try
        {
            return MigrationFolder.Parse(text);
        }
        catch (FormatException e)
        {
            throw new MigrationRefused(e.Message, e);
        }
    }

    private static int PollSecondsOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => DefaultPollSeconds,
            JsonValueKind.Number when value.TryGetInt32(out var seconds) && seconds is > 0 and <= LongestPollSeconds =>
                seconds,
            _ => throw new MigrationRefused($"pollSeconds has to be a whole number from 1 to {LongestPollSeconds}."),
        };
}
