using System.Globalization;
using System.Text.Json;

namespace SonicBridge.Contracts.Configuration;

/// <summary>Finds members that stand in one object twice: that is more often a slip than a wish, and JSON allows it.</summary>
internal static class DoubledMembers
{
    /// <summary>Notes a sentence for each, in whatever depth.</summary>
    public static void Note(JsonElement root, List<string> problems) => Note(root, "", problems);

    private static void Note(JsonElement value, string path, List<string> problems)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                NoteMembers(value, path, problems);
                break;
            case JsonValueKind.Array:
                foreach (var (i, item) in value.EnumerateArray().Index())
                {
                    Note(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), problems);
                }

                break;
        }
    }

    private static void NoteMembers(JsonElement value, string path, List<string> problems)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var name = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            var count = names[member.Name] = names.GetValueOrDefault(member.Name) + 1;
            if (count == 2)
            {
                problems.Add($"{name}: stands there more than once: leave one of them.");
            }

            Note(member.Value, name, problems);
        }
    }
}
