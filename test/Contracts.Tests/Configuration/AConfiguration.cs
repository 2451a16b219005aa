using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Contracts.Tests.Configuration;

/// <summary>Configurations as people write them, right and wrong.</summary>
internal static class AConfiguration
{
    public const string Queue =
        "arn:aws:connect:us-east-1:111122223333:instance/9b1d6a52-6b1a-4f0e-9c63-1f0c4d5e6f70/queue/2b1d6a52-6b1a-4f0e-9c63-1f0c4d5e6f71";

    /// <summary>One that has everything.</summary>
    public const string Whole = $$"""
        {
          "$schema": "./call-configuration.schema.json",
          "systemPrompt": "You rent out cars.",
          "voice": "tina",
          "language": "de-DE",
          "greeting": "Welcome the caller.",
          "endpointing": "high",
          "callerSilenceSeconds": 60,
          "maximumSeconds": 3600,
          "tools": [
            {
              "name": "find_car",
              "description": "Looks for a car.",
              "inputSchema": { "type": "object", "properties": { "size": { "type": "string" } } },
              "function": "sonicbridge-tool-cars",
              "timeoutSeconds": 8
            },
            {
              "name": "book_car",
              "description": "Books a car.",
              "inputSchema": { "type": "object" },
              "function": "arn:aws:lambda:us-east-1:111122223333:function:sonicbridge-tool-book:live"
            }
          ],
          "waitingPhrase": "Einen Moment bitte.",
          "fillerPhrase": "Bitte haben Sie einen Augenblick Geduld.",
          "transfer": { "queue": "{{Queue}}", "queues": { "billing": "{{Queue}}" } },
          "privacy": { "maskNumbers": true, "keepTranscript": 14 }
        }
        """;

    private static readonly string[] s_values =
    [
        "null",
        "true",
        "0",
        "1",
        "5",
        "14",
        "29",
        "30",
        "30.0",
        "30.5",
        "6e1",
        "-7",
        "3601",
        "43201",
        "1e20",
        "\"\"",
        "\" \"",
        "\"none\"",
        "\"high\"",
        "\"amy\"",
        "\"tiffany\"",
        "\"de-DE\"",
        "\"fr-FR\"",
        "\"end_call\"",
        "\"a name\"",
        "\"a:b\"",
        "\"ünïcödé\"",
        $"\"{Queue}\"",
        "[]",
        "[1]",
        "{}",
        "{\"type\":\"object\"}",
        "{\"type\":\"object\",\"properties\":[]}",
        "{\"a\":\"b\"}",
        $"\"{new string('x', 301)}\"",
        $"\"{string.Concat(Enumerable.Repeat("😀", 300))}\"",
        $"\"{new string('x', 801)}\"",
        $"\"{new string('x', 2001)}\"",
        $"\"{new string('x', 40_001)}\"",
    ];

    private static readonly string[] s_names =
    [
        "systemPrompt",
        "tools",
        "queue",
        "name",
        "keepTranscript",
        "timeoutSeconds",
        "prompt",
    ];

    /// <summary>One of them with a few things changed.</summary>
    public static Gen<string> Changed { get; } =
        Gen.Select(
                Gen.Int[0, 1000],
                Gen.Int[0, s_values.Length - 1].Select(index => s_values[index]),
                Gen.Int[0, s_names.Length - 1].Select(index => s_names[index]),
                Gen.Int[0, 3]
            )
            .List[0, 3]
            .Select(changes =>
            {
                JsonNode? root = JsonNode.Parse(Whole);
                foreach (var (place, value, name, kind) in changes)
                {
                    Change(root!, place, value, name, kind);
                }

                return root!.ToJsonString();
            });

    public static CallConfiguration Read(string json) =>
        CallConfigurationReader.Read(Encoding.UTF8.GetBytes(json), out var problems)
        ?? throw new InvalidOperationException(string.Join('\n', problems));

    public static IReadOnlyList<string> ProblemsOf(string json)
    {
        CallConfigurationReader.Read(Encoding.UTF8.GetBytes(json), out var problems);
        return problems;
    }

    // Sets, takes out or renames the member, or sets the item, that comes at a place in the order of the text.
    private static void Change(JsonNode root, int place, string value, string name, int kind)
    {
        List<(JsonNode Parent, string? Member, int Item)> places = [.. PlacesIn(root)];
        var (parent, member, item) = places[place % places.Count];
        if (parent is JsonArray array)
        {
            array[item] = JsonNode.Parse(value);
            return;
        }

        var owner = parent.AsObject();
        switch (kind)
        {
            case 0:
                owner.Remove(member!);
                break;
            case 1 when !owner.ContainsKey(name):
                owner[name] = JsonNode.Parse(value);
                break;
            default:
                owner[member!] = JsonNode.Parse(value);
                break;
        }
    }

    private static IEnumerable<(JsonNode Parent, string? Member, int Item)> PlacesIn(JsonNode node) =>
        node switch
        {
            JsonObject owner => owner.SelectMany(pair =>
                (pair.Value is null ? [] : PlacesIn(pair.Value)).Prepend((owner, pair.Key, 0))
            ),
            JsonArray array => array.SelectMany(
                (value, index) => (value is null ? [] : PlacesIn(value)).Prepend((array, null, index))
            ),
            _ => [],
        };
}
