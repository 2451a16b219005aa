using System.Text.Json;
using Amazon.KinesisVideo.Model;
using Amazon.StandIns;

namespace Amazon.KinesisVideo.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static class Answers
{
    public static GetDataEndpointResponse GetDataEndpointResponseOf(JsonElement json) =>
        new() { DataEndpoint = json.Text("DataEndpoint") };

    public static CreateStreamResponse CreateStreamResponseOf(JsonElement json) =>
        new() { StreamARN = json.Text("StreamARN") };

    public static DescribeStreamResponse DescribeStreamResponseOf(JsonElement json) =>
        new() { StreamInfo = json.Object("StreamInfo", StreamInfoOf) };

    public static StreamInfo StreamInfoOf(JsonElement json) =>
        new()
        {
            CreationTime = json.Time("CreationTime"),
            DataRetentionInHours = json.Number("DataRetentionInHours"),
            DeviceName = json.Text("DeviceName"),
            KmsKeyId = json.Text("KmsKeyId"),
            MediaType = json.Text("MediaType"),
            Status = json.Text("Status"),
            StreamARN = json.Text("StreamARN"),
            StreamName = json.Text("StreamName"),
            Version = json.Text("Version"),
        };
}
