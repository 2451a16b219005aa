using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonicBridge.Contracts;

/// <summary>
/// The id that Amazon Connect gives a call: a UUID, kept in lower case. It names the call's folder and its execution,
/// so nothing but a UUID is let in.
/// </summary>
[JsonConverter(typeof(ContactIdConverter))]
public readonly record struct ContactId
{
    private readonly Guid _value;

    private ContactId(Guid value) => _value = value;

    /// <summary>Reads a UUID with hyphens; anything else answers false.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ContactId contactId)
    {
        // Guid alone would also take 0x and + in front of its groups.
        var parsed =
            Guid.TryParseExact(text, "D", out var value)
            && text.Equals(value.ToString("D"), StringComparison.OrdinalIgnoreCase);
        contactId = parsed ? new ContactId(value) : default;
        return parsed;
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">The text is not a UUID with hyphens.</exception>
    public static ContactId Parse(string text) =>
        TryParse(text, out var contactId)
            ? contactId
            : throw new FormatException(
                $"'{text}' is not a contact id: Amazon Connect's are UUIDs such as 5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e."
            );

    /// <summary>A fresh id, for calls that do not come from Amazon Connect.</summary>
    public static ContactId New() => new(Guid.NewGuid());

    public override string ToString() => _value.ToString("D");
}

/// <summary>Writes a contact id as a JSON string.</summary>
internal sealed class ContactIdConverter : JsonConverter<ContactId>
{
    public override ContactId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ContactId.TryParse(reader.GetString(), out var contactId)
            ? contactId
            : throw new JsonException("contactId is not a UUID.");

    public override void Write(Utf8JsonWriter writer, ContactId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
