using System.Text.Json;

namespace SonicBridge.Bridge.Logging;

/// <summary>What writes its own members into its line of the log.</summary>
internal interface ILineContent
{
    /// <summary>Writes members of an object that is open.</summary>
    void WriteTo(Utf8JsonWriter json);
}
