using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SonicBridge.Steps.Report;

/// <summary>
/// Writes a fact for people: single values as a list, lists of objects and objects of values as tables, commands as code that
/// can be copied; what is empty is left out.
/// </summary>
internal static class FactMarkdown
{
    private const string Command = "Command";

    /// <param name="text">Gets it, with an empty line before each part.</param>
    public static void Write(StringBuilder text, JsonElement fact)
    {
        switch (fact.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMembers(text, fact);
                break;
            case JsonValueKind.Array when IsOfObjects(fact):
                WriteTable(text, [.. fact.EnumerateArray()]);
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"\n{Line(Inline(fact))}\n");
                break;
        }
    }

    /// <summary>A row for each object, a column for each name that has a value in one of them.</summary>
    public static void WriteTable(StringBuilder text, IReadOnlyList<JsonElement> rows)
    {
        string[] columns =
        [
            .. rows.SelectMany(static row => row.EnumerateObject())
                .Where(static member => Inline(member.Value).Length > 0)
                .Select(static member => member.Name)
                .Distinct(StringComparer.Ordinal),
        ];
        WriteTable(text, columns, rows.Select(row => columns.Select(column => Inline(row.At(column)))));
    }

    /// <summary>A bar or a line feed would end the cell.</summary>
    public static string Cell(string text) => Line(text).Replace("|", "\\|", StringComparison.Ordinal);

    private static void WriteMembers(StringBuilder text, JsonElement fact)
    {
        var members = fact.EnumerateObject().Where(static member => Inline(member.Value).Length > 0).ToList();
        var single = members.Where(static member => !IsPart(member.Value) && !IsCommand(member)).ToList();
        if (single.Count > 0)
        {
            text.Append('\n');
        }

        foreach (var member in single)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {member.Name}: {Line(Inline(member.Value))}\n");
        }

        WriteCommands(text, members);
        foreach (var member in members.Where(static member => IsPart(member.Value)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**{member.Name}**\n");
            if (member.Value.ValueKind is JsonValueKind.Array)
            {
                WriteTable(text, [.. member.Value.EnumerateArray()]);
                continue;
            }

            var values = member.Value.EnumerateObject().ToList();
            WriteTable(
                text,
                ["name", "value"],
                values
                    .Where(static value => !IsCommand(value) && Inline(value.Value).Length > 0)
                    .Select(static value => (IEnumerable<string>)[value.Name, Inline(value.Value)])
            );
            WriteCommands(text, values);
        }
    }

    private static void WriteCommands(StringBuilder text, IEnumerable<JsonProperty> members)
    {
        foreach (var command in members.Where(IsCommand))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{command.Name}:\n\n```sh\n{command.Value.GetString()!.Trim()}\n```\n"
            );
        }
    }

    private static void WriteTable(
        StringBuilder text,
        IReadOnlyList<string> columns,
        IEnumerable<IEnumerable<string>> rows
    )
    {
        text.Append(CultureInfo.InvariantCulture, $"\n| {string.Join(" | ", columns)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"|{string.Concat(columns.Select(static _ => " --- |"))}\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row.Select(Cell))} |\n");
        }
    }

    private static bool IsCommand(JsonProperty member) =>
        member.Value.ValueKind is JsonValueKind.String && member.Name.EndsWith(Command, StringComparison.Ordinal);

    /// <summary>Whether a value needs a table of its own.</summary>
    private static bool IsPart(JsonElement value) => value.ValueKind is JsonValueKind.Object || IsOfObjects(value);

    private static bool IsOfObjects(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array
        && value.GetArrayLength() > 0
        && value.EnumerateArray().All(static item => item.ValueKind is JsonValueKind.Object);

    private static string Inline(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Undefined or JsonValueKind.Null => "",
            JsonValueKind.Object when !value.EnumerateObject().Any() => "",
            JsonValueKind.Array when !IsOfObjects(value) => string.Join(", ", value.EnumerateArray().Select(Inline)),
            JsonValueKind.Object or JsonValueKind.Array => $"`{Compact(value)}`",
            _ => value.GetRawText(),
        };

    private static string Line(string text) => text.ReplaceLineEndings(" ");

    private static string Compact(JsonElement value)
    {
        var json = new ArrayBufferWriter<byte>();
        // For people: an apostrophe is one.
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(json, options))
        {
            value.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
