using System.Text.Json;
using Amazon.KinesisVideo.Model;
using Amazon.StandIns;

namespace Amazon.KinesisVideo.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static class Answers
{
    public static GetDataEndpointResponse GetDataEndpointResponseOf(JsonElement json) =>
        new() { DataEndpoint = json.Text("DataEndpoint") };
}
