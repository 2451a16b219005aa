using System.Text.Json;
using Amazon.KinesisVideo.Model;
using Amazon.StandIns;

namespace Amazon.KinesisVideo.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static class Requests
{
    public static void Write(Utf8JsonWriter json, GetDataEndpointRequest value)
    {
        json.Text("APIName", value.APIName);
        json.Text("StreamARN", value.StreamARN);
        json.Text("StreamName", value.StreamName);
    }

    public static void Write(Utf8JsonWriter json, CreateStreamRequest value)
    {
        json.Number("DataRetentionInHours", value.DataRetentionInHours);
        json.Text("DeviceName", value.DeviceName);
        json.Text("KmsKeyId", value.KmsKeyId);
        json.Text("MediaType", value.MediaType);
        json.Text("StreamName", value.StreamName);
        json.Object("StreamStorageConfiguration", value.StreamStorageConfiguration, Write);
        json.TextMap("Tags", value.Tags);
    }

    public static void Write(Utf8JsonWriter json, StreamStorageConfiguration value)
    {
        json.Text("DefaultStorageTier", value.DefaultStorageTier);
    }

    public static void Write(Utf8JsonWriter json, DescribeStreamRequest value)
    {
        json.Text("StreamARN", value.StreamARN);
        json.Text("StreamName", value.StreamName);
    }

    public static void Write(Utf8JsonWriter json, DeleteStreamRequest value)
    {
        json.Text("CurrentVersion", value.CurrentVersion);
        json.Text("StreamARN", value.StreamARN);
    }
}
