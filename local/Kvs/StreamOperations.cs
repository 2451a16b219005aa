using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Kvs;

/// <summary>CreateStream, DescribeStream and DeleteStream.</summary>
internal sealed partial class StreamOperations(KvsStreams streams)
{
    public CreateStreamOutput Create(CreateStreamInput input)
    {
        if (input.StreamName is null || !Name().IsMatch(input.StreamName))
        {
            throw StartSelector.Invalid(
                "StreamName must be 1 to 256 letters, digits, hyphens, underscores and full stops"
            );
        }

        var retention = input.DataRetentionInHours ?? 0;
        return retention < 0
            ? throw StartSelector.Invalid("DataRetentionInHours must not be negative")
            : new CreateStreamOutput(streams.Create(input.StreamName, input.MediaType, retention).Arn);
    }

    public static DescribeStreamOutput Describe(KvsStream stream) =>
        new(
            new StreamInfo(
                stream.Name,
                stream.Arn,
                stream.MediaType,
                LocalAccount.Arn("kms", "alias/aws/kinesisvideo"),
                KvsStream.Version,
                "ACTIVE",
                stream.CreatedAt.ToUnixTimeMilliseconds() / 1000m,
                stream.RetentionHours
            )
        );

    public EmptyOutput Delete(DeleteStreamInput input)
    {
        if (input.CurrentVersion is { } version && version != KvsStream.Version)
        {
            throw new AwsException("VersionMismatchException", $"The stream's version is {KvsStream.Version}.");
        }

        return streams.Remove(input.StreamArn ?? "")
            ? new EmptyOutput()
            : throw KvsService.NotFound(input.StreamArn ?? "");
    }

    [GeneratedRegex("^[a-zA-Z0-9_.-]{1,256}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Name();
}

internal sealed record CreateStreamInput
{
    public string? StreamName { get; init; }
    public string? MediaType { get; init; }
    public int? DataRetentionInHours { get; init; }
}

internal sealed record CreateStreamOutput([property: JsonPropertyName("StreamARN")] string StreamArn);

internal sealed record DescribeStreamInput
{
    public string? StreamName { get; init; }

    [JsonPropertyName("StreamARN")]
    public string? StreamArn { get; init; }
}

internal sealed record DescribeStreamOutput(StreamInfo StreamInfo);

/// <param name="CreationTime">Unix seconds.</param>
internal sealed record StreamInfo(
    string StreamName,
    [property: JsonPropertyName("StreamARN")] string StreamArn,
    string? MediaType,
    string KmsKeyId,
    string Version,
    string Status,
    decimal CreationTime,
    int DataRetentionInHours
);

internal sealed record DeleteStreamInput
{
    [JsonPropertyName("StreamARN")]
    public string? StreamArn { get; init; }

    public string? CurrentVersion { get; init; }
}

internal sealed record EmptyOutput;
