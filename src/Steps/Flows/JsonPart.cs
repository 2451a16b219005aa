using System.Text.Json;

namespace SonicBridge.Steps.Flows;

/// <summary>
/// A value of a JSON text, and where in the text it stands: what is not to be changed can then be copied byte for byte,
/// with its spaces, escapes and ways of writing a number.
/// </summary>
/// <param name="kind">StartObject, StartArray, String, Number, True, False or Null.</param>
/// <param name="start">Its first byte.</param>
/// <param name="end">The byte after its last.</param>
internal sealed class JsonPart(JsonTokenType kind, int start, int end)
{
    public JsonTokenType Kind => kind;

    public int Start => start;

    public int End => end;

    /// <summary>What a string says; null for anything else.</summary>
    public string? Text { get; private init; }

    /// <summary>Of an object, in order.</summary>
    public IReadOnlyList<JsonMember> Members { get; private init; } = [];

    /// <summary>Of an array, in order.</summary>
    public IReadOnlyList<JsonPart> Items { get; private init; } = [];

    /// <summary>A member's value, or null when there is none, as for whatever is no object.</summary>
    public JsonPart? this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (member.Name == name)
                {
                    return member.Value;
                }
            }

            return null;
        }
    }

    public bool IsObject => Kind is JsonTokenType.StartObject;

    public bool IsArray => Kind is JsonTokenType.StartArray;

    /// <summary>Reads a JSON text of one value.</summary>
    /// <exception cref="JsonException">It is none, or an object in it has two members of one name.</exception>
    /// <exception cref="InvalidOperationException">A string in it is no text: half a surrogate pair.</exception>
    public static JsonPart Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var part = Read(ref reader);
        // Anything but spaces after it throws.
        reader.Read();
        return part;
    }

    private static JsonPart Read(ref Utf8JsonReader reader)
    {
        var (kind, start) = (reader.TokenType, (int)reader.TokenStartIndex);
        switch (kind)
        {
            case JsonTokenType.StartObject:
                var members = ReadMembers(ref reader);
                return new JsonPart(kind, start, (int)reader.BytesConsumed) { Members = members };
            case JsonTokenType.StartArray:
                var items = new List<JsonPart>();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader));
                }

                return new JsonPart(kind, start, (int)reader.BytesConsumed) { Items = items };
            default:
                return new JsonPart(kind, start, (int)reader.BytesConsumed)
                {
                    Text = kind is JsonTokenType.String ? reader.GetString() : null,
                };
        }
    }

    private static List<JsonMember> ReadMembers(ref Utf8JsonReader reader)
    {
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var (name, start) = (reader.GetString()!, (int)reader.TokenStartIndex);
            if (!names.Add(name))
            {
                throw new JsonException($"an object has two members '{name}'.");
            }

            reader.Read();
            members.Add(new JsonMember(name, start, Read(ref reader)));
        }

        return members;
    }
}

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">The first byte of its name.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, int Start, JsonPart Value);
