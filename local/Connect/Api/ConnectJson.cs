using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SonicBridge.Local.Connect.Api;

/// <summary>Connect's bodies are read and written as they are: its requests are small and flat.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ConnectJson : JsonSerializerContext;
