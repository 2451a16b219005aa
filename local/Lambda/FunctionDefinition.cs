using System.Globalization;
using System.Text.Json.Nodes;
using SonicBridge.Local.Deployment;

namespace SonicBridge.Local.Lambda;

/// <summary>A function as it is deployed: what runs, with which settings.</summary>
public sealed record FunctionDefinition
{
    public required string Name { get; init; }

    /// <summary>The path of the executable that speaks the Runtime API, or of a <c>.dll</c>.</summary>
    public required string Executable { get; init; }

    /// <summary>Given to the process as <c>_HANDLER</c>.</summary>
    public string Handler { get; init; } = "bootstrap";

    /// <summary>The function's own variables, such as ANNOTATIONS_HANDLER.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How long one invocation may take: 3 s when Lambda is not told otherwise.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>In MB. Told to the function and not enforced.</summary>
    public int Memory { get; init; } = 128;

    /// <summary>How many invocations may run at once.</summary>
    public int Concurrency { get; init; } = 1000;

    /// <summary>How much longer an invocation takes than the function itself, as where a slow one is to be heard.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How many processes are started before the first invocation.</summary>
    public int Warm { get; init; }

    /// <summary>Reads the settings of an <c>AWS::Serverless::Function</c>.</summary>
    /// <param name="executable">What the function's code was built to.</param>
    /// <exception cref="StackTemplateException">A setting cannot be resolved.</exception>
    public static FunctionDefinition From(StackTemplate template, string logicalId, string executable)
    {
        var variables = template.Property(logicalId, "Environment")?["Variables"] as JsonObject ?? [];
        var definition = new FunctionDefinition
        {
            Name = template.Reference(logicalId),
            Executable = executable,
            Environment = variables.ToDictionary(static pair => pair.Key, static pair => pair.Value?.ToString() ?? ""),
        };
        return definition with
        {
            Handler = template.Property(logicalId, "Handler")?.ToString() ?? definition.Handler,
            Timeout = Number("Timeout") is { } seconds ? TimeSpan.FromSeconds(seconds) : definition.Timeout,
            Memory = Number("MemorySize") ?? definition.Memory,
            Concurrency = Number("ReservedConcurrentExecutions") ?? definition.Concurrency,
        };

        int? Number(string name) =>
            template.Property(logicalId, name) is { } value
                ? int.Parse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture)
                : null;
    }
}
