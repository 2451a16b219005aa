using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.History;

/// <summary>Points in time in AWS's JSON protocols: seconds since 1970, to the millisecond.</summary>
internal static class WireTime
{
    public static JsonNode Write(DateTimeOffset time) => JsonValue.Create(time.ToUnixTimeMilliseconds() / 1000m);
}
