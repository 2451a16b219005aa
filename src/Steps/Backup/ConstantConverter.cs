using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace SonicBridge.Steps.Backup;

/// <summary>Writes one of the SDK's constants as the text that it is on the wire.</summary>
/// <param name="of">Makes the constant, one that this SDK does not know as well.</param>
internal sealed class ConstantConverter<T>(Func<string, T> of) : JsonConverter<T>
    where T : ConstantClass
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? of(text) : null;

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
