namespace SonicBridge.Local.StepFunctions.Integrations;

/// <summary>What a Task state calls.</summary>
/// <param name="Arn">As the definition has it.</param>
/// <param name="Service">Such as <c>lambda</c>, <c>states</c> or <c>aws-sdk:ecs</c>; empty for a function's own ARN.</param>
/// <param name="Action">Such as <c>invoke</c>.</param>
/// <param name="Pattern">How the state waits for the result.</param>
public sealed record TaskResource(string Arn, string Service, string Action, IntegrationPattern Pattern)
{
    private const string Optimised = "arn:aws:states:::";

    /// <summary>Whether the ARN is a Lambda function's own.</summary>
    public bool IsFunction => Service.Length == 0;

    /// <summary>The action with its pattern, as history events have it.</summary>
    public string Resource => Arn[(Optimised.Length + Service.Length + 1)..];

    /// <exception cref="FormatException">The text is not the ARN of anything that a Task state can call.</exception>
    public static TaskResource Parse(string arn)
    {
        if (
            arn.StartsWith("arn:aws:lambda:", StringComparison.Ordinal)
            && arn.Contains(":function:", StringComparison.Ordinal)
        )
        {
            return new TaskResource(arn, "", "", IntegrationPattern.RequestResponse);
        }

        if (!arn.StartsWith(Optimised, StringComparison.Ordinal))
        {
            throw new FormatException(
                $"'{arn}' is neither a function's ARN nor an integration such as {Optimised}lambda:invoke."
            );
        }

        var (name, pattern) = SplitPattern(arn[Optimised.Length..]);
        var colon = name.LastIndexOf(':');
        return colon > 0 && colon < name.Length - 1
            ? new TaskResource(arn, name[..colon], name[(colon + 1)..], pattern)
            : throw new FormatException($"'{arn}' names no service and action.");
    }

    public override string ToString() => Arn;

    private static (string Name, IntegrationPattern Pattern) SplitPattern(string text)
    {
        (string Suffix, IntegrationPattern Pattern)[] patterns =
        [
            (".waitForTaskToken", IntegrationPattern.WaitForTaskToken),
            (".sync:2", IntegrationPattern.SyncAsJson),
            (".sync", IntegrationPattern.Sync),
        ];
        foreach (var (suffix, pattern) in patterns)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal))
            {
                return (text[..^suffix.Length], pattern);
            }
        }

        return (text, IntegrationPattern.RequestResponse);
    }
}

/// <summary>How a Task state waits for its result.</summary>
public enum IntegrationPattern
{
    /// <summary>For the service's answer only.</summary>
    RequestResponse,

    /// <summary>For the job's end (<c>.sync</c>).</summary>
    Sync,

    /// <summary>The same, where the result is JSON and not a string of it (<c>.sync:2</c>).</summary>
    SyncAsJson,

    /// <summary>For a word by the task's token (<c>.waitForTaskToken</c>).</summary>
    WaitForTaskToken,
}
