using System.Text.Json.Serialization;

namespace SonicBridge.Samples.CarAvailability;

/// <summary>What the model reads: cars, or a sentence that helps it to ask the caller again.</summary>
internal sealed record ToolResult
{
    [JsonPropertyName("location")]
    public string? Location { get; init; }

    [JsonPropertyName("date")]
    public string? Date { get; init; }

    [JsonPropertyName("cars")]
    public IReadOnlyList<Car>? Cars { get; init; }

    /// <summary>What was wrong with the question.</summary>
    [JsonPropertyName("error")]
    public string? Error { get; init; }
}

/// <summary>A car that is free.</summary>
internal sealed record Car(
    [property: JsonPropertyName("size")] string Size,
    [property: JsonPropertyName("model")] string Model,
    [property: JsonPropertyName("dollarsPerDay")] int DollarsPerDay
);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ToolRequest))]
[JsonSerializable(typeof(ToolResult))]
internal sealed partial class CarJson : JsonSerializerContext;
