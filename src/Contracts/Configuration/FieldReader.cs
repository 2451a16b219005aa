using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SonicBridge.Contracts.Configuration;

/// <summary>Reads the members of one JSON object, and notes a sentence for each that cannot be used.</summary>
internal sealed class FieldReader
{
    private const int LongestQuote = 40;

    private readonly JsonElement _object;
    private readonly string _path;
    private readonly List<string> _problems;

    /// <param name="members">The members that the object may have.</param>
    public FieldReader(JsonElement element, string path, List<string> problems, IReadOnlyList<string> members)
    {
        (_object, _path, _problems) = (element, path, problems);
        foreach (var member in element.EnumerateObject().Where(member => !members.Contains(member.Name)))
        {
            Problem(member.Name, $"is not known: take it out, or write one of {string.Join(", ", members)}.");
        }
    }

    /// <summary>Notes a problem of a member.</summary>
    /// <param name="mend">What is wrong with it and how to mend it: a sentence whose subject is the field.</param>
    public void Problem(string name, string mend) => _problems.Add($"{PathOf(name)}: {mend}");

    /// <summary>A member's full name, such as <c>tools[1].function</c>.</summary>
    public string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    /// <summary>The member, when it is there.</summary>
    public JsonElement? Find(string name) => _object.TryGetProperty(name, out var value) ? value : null;

    /// <summary>Whether the member is there; notes that it is missing.</summary>
    public bool Require(string name, string mend)
    {
        if (_object.TryGetProperty(name, out _))
        {
            return true;
        }

        Problem(name, $"is missing: {mend}");
        return false;
    }

    /// <summary>A text that says something.</summary>
    /// <param name="longest">In characters as people count them.</param>
    public string? Text(string name, int longest)
    {
        var text = String(name, "a text");
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            Problem(name, "says nothing: write a text, or leave it out.");
            return null;
        }

        var length = text?.EnumerateRunes().Count();
        if (length > longest)
        {
            Problem(
                name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"has {length} characters: shorten it to {longest} or fewer."
                )
            );
            return null;
        }

        return text;
    }

    /// <summary>One of a few words.</summary>
    public string? Word(string name, IReadOnlyList<string> words)
    {
        var text = String(name, $"one of {string.Join(", ", words)}");
        if (text is null || words.Contains(text))
        {
            return text;
        }

        Problem(name, $"is {Quote(text)}: set it to one of {string.Join(", ", words)}.");
        return null;
    }

    /// <summary>A text of a shape.</summary>
    /// <param name="meaning">The shape in words, after "set it to".</param>
    public string? Shaped(string name, Regex shape, string meaning)
    {
        var text = String(name, meaning);
        if (text is null || shape.IsMatch(text))
        {
            return text;
        }

        Problem(name, $"is {Quote(text)}: set it to {meaning}.");
        return null;
    }

    /// <summary>A whole number within limits.</summary>
    public int? Whole(string name, int least, int most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (AsWhole(value) is { } number && number >= least && number <= most)
        {
            return number;
        }

        Problem(
            name,
            string.Create(
                CultureInfo.InvariantCulture,
                $"is {Quote(value)}: set it to a whole number from {least} to {most}."
            )
        );
        return null;
    }

    /// <summary>True or false.</summary>
    public bool? Flag(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Problem(name, $"is {Quote(value)}: set it to true or false.");
        return null;
    }

    /// <summary>An object, whose members another reader takes.</summary>
    public FieldReader? Object(string name, IReadOnlyList<string> members)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.Object)
        {
            return new FieldReader(value, PathOf(name), _problems, members);
        }

        Problem(name, $"is {Quote(value)}: set it to an object, or leave it out.");
        return null;
    }

    /// <summary>A whole number, in whichever way JSON has it: 30, 30.0 or 3e1.</summary>
    public static int? AsWhole(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number
        && value.TryGetDecimal(out var number)
        && number == decimal.Truncate(number)
        && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : null;

    /// <summary>A value as a message shows it: what is long or of many parts is named and not shown.</summary>
    public static string Quote(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => "a text",
            _ => value.GetRawText() is { Length: <= LongestQuote } text ? text : "a long number",
        };

    private static string Quote(string text) =>
        text.Length > LongestQuote ? "a longer text"
        : text.Any(char.IsControl) ? "a text of more than one line"
        : $"'{text}'";

    private string? String(string name, string meaning)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is not JsonValueKind.String)
        {
            Problem(name, $"is {Quote(value)}: set it to {meaning}, or leave it out.");
            return null;
        }

        try
        {
            return value.GetString();
        }
        // What a JSON text may hold and no text may: half a surrogate pair, or bytes that are not UTF-8.
        catch (InvalidOperationException)
        {
            Problem(name, "holds a character that is none: write it again in UTF-8.");
            return null;
        }
    }
}
