using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Flows;

/// <summary>An action that is put into a flow.</summary>
/// <param name="Identifier">Its name in that flow.</param>
/// <param name="Action">The action.</param>
/// <param name="Metadata">What the editor knows of it: where it stands, and what its resources are called.</param>
internal sealed record NewAction(string Identifier, JsonObject Action, JsonObject Metadata)
{
    // Amazon Connect writes flows so: no HTML is ever made of them.
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The action, as an item of a flow's Actions.</summary>
    public byte[] ActionJson => Write(Action.WriteTo);

    /// <summary>What the editor knows, as a member of a flow's ActionMetadata.</summary>
    public byte[] MetadataJson => WriteMember(Identifier, Metadata);

    /// <summary>Moves it in the editor.</summary>
    public NewAction MovedBy(int x, int y)
    {
        var position = Metadata["position"]!.AsObject();
        position["x"] = (int)position["x"]! + x;
        position["y"] = (int)position["y"]! + y;
        return this;
    }

    /// <summary>A text as JSON.</summary>
    public static byte[] Write(string text) => Write((writer, _) => writer.WriteStringValue(text));

    /// <summary>A member: its name, a colon, its value.</summary>
    public static byte[] WriteMember(string name, JsonObject value) =>
        [.. Write(name), (byte)':', .. Write(value.WriteTo)];

    private static byte[] Write(Action<Utf8JsonWriter, JsonSerializerOptions?> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_plain))
        {
            write(writer, null);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
