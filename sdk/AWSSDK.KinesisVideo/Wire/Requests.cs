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
}
