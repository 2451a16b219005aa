using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonicBridge.Contracts.Configuration;

/// <summary>A tool: a Lambda function that the agent may have invoked while it speaks with the caller.</summary>
public sealed record ToolConfiguration
{
    /// <summary>How long a tool may take unless its configuration says otherwise.</summary>
    public const int DefaultTimeoutSeconds = 10;

    /// <summary>Longer than this nobody waits on the telephone.</summary>
    public const int LongestTimeoutSeconds = 60;

    /// <summary>Asks for a person; every call has it.</summary>
    public const string TransferToAgent = "transfer_to_agent";

    /// <summary>Ends the call; every call has it.</summary>
    public const string EndCall = "end_call";

    /// <summary>By which the model asks for it.</summary>
    public required string Name { get; init; }

    /// <summary>From which the model knows when to use it.</summary>
    public required string Description { get; init; }

    /// <summary>The JSON schema of its arguments: an object.</summary>
    public required JsonElement InputSchema { get; init; }

    /// <summary>The Lambda function: its name or ARN, with or without an alias.</summary>
    public required string Function { get; init; }

    /// <summary>The function's name alone: a stack allows functions by how their names begin.</summary>
    [JsonIgnore]
    public string FunctionName
    {
        get
        {
            const string Marker = ":function:";
            var marker = Function.IndexOf(Marker, StringComparison.Ordinal);
            var name = marker < 0 ? Function : Function[(marker + Marker.Length)..];
            return name.Split(':')[0];
        }
    }

    /// <summary>How long the function may take; then the model hears that it did not answer.</summary>
    public int TimeoutSeconds { get; init; } = DefaultTimeoutSeconds;
}
