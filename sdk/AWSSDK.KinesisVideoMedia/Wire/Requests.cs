using System.Text.Json;
using Amazon.KinesisVideoMedia.Model;
using Amazon.StandIns;

namespace Amazon.KinesisVideoMedia.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static class Requests
{
    public static void Write(Utf8JsonWriter json, GetMediaRequest value)
    {
        json.Object("StartSelector", value.StartSelector, Write);
        json.Text("StreamARN", value.StreamARN);
        json.Text("StreamName", value.StreamName);
    }

    public static void Write(Utf8JsonWriter json, StartSelector value)
    {
        json.Text("AfterFragmentNumber", value.AfterFragmentNumber);
        json.Text("ContinuationToken", value.ContinuationToken);
        json.Text("StartSelectorType", value.StartSelectorType);
        json.Time("StartTimestamp", value.StartTimestamp);
    }
}
