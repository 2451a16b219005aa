using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonicBridge.Local.Kvs;

/// <summary>The bodies of the streams' operations, as in AWS's service models.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GetDataEndpointInput))]
[JsonSerializable(typeof(GetDataEndpointOutput))]
[JsonSerializable(typeof(GetMediaInput))]
[JsonSerializable(typeof(CreateStreamInput))]
[JsonSerializable(typeof(CreateStreamOutput))]
[JsonSerializable(typeof(DescribeStreamInput))]
[JsonSerializable(typeof(DescribeStreamOutput))]
[JsonSerializable(typeof(DeleteStreamInput))]
[JsonSerializable(typeof(EmptyOutput))]
internal sealed partial class KvsJson : JsonSerializerContext;

internal sealed record GetDataEndpointInput
{
    public string? StreamName { get; init; }

    [JsonPropertyName("StreamARN")]
    public string? StreamArn { get; init; }

    [JsonPropertyName("APIName")]
    public string? ApiName { get; init; }
}

internal sealed record GetDataEndpointOutput(string DataEndpoint);

internal sealed record GetMediaInput
{
    public string? StreamName { get; init; }

    [JsonPropertyName("StreamARN")]
    public string? StreamArn { get; init; }

    public StartSelectorInput? StartSelector { get; init; }
}

internal sealed record StartSelectorInput
{
    public string? StartSelectorType { get; init; }
    public string? AfterFragmentNumber { get; init; }

    /// <summary>Unix seconds, with a fraction; some clients send text.</summary>
    public JsonElement? StartTimestamp { get; init; }

    public string? ContinuationToken { get; init; }
}
