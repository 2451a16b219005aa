using System.Globalization;
using System.Text.Json.Nodes;

namespace SonicBridge.Local.FrontDoor;

/// <summary>The envelope in which EventBridge brings an event to a function.</summary>
internal static class EventEnvelope
{
    public static JsonObject Of(string source, string type, string resource, JsonObject detail, DateTimeOffset now) =>
        new()
        {
            ["version"] = "0",
            ["id"] = Guid.NewGuid().ToString(),
            ["detail-type"] = type,
            ["source"] = source,
            ["account"] = LocalAccount.Id,
            ["time"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["region"] = LocalAccount.Region,
            ["resources"] = new JsonArray(resource),
            ["detail"] = detail,
        };
}
