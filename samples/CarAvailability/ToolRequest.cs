using System.Text.Json.Serialization;

namespace SonicBridge.Samples.CarAvailability;

/// <summary>What the bridge gives to every tool.</summary>
internal sealed record ToolRequest
{
    /// <summary>The tool's name in the call's configuration: one function may serve several.</summary>
    [JsonPropertyName("tool")]
    public string? Tool { get; init; }

    /// <summary>What the model asks, shaped by the tool's inputSchema, if it keeps to it.</summary>
    [JsonPropertyName("arguments")]
    public CarWish Arguments { get; init; } = new();

    /// <summary>The call.</summary>
    [JsonPropertyName("contactId")]
    public string? ContactId { get; init; }
}

/// <summary>Which car a caller would like.</summary>
internal sealed record CarWish
{
    [JsonPropertyName("location")]
    public string? Location { get; init; }

    /// <summary>YYYY-MM-DD.</summary>
    [JsonPropertyName("date")]
    public string? Date { get; init; }

    [JsonPropertyName("size")]
    public string? Size { get; init; }
}
