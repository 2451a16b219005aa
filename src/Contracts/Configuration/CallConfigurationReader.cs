using System.Globalization;
using System.Text.Json;

namespace SonicBridge.Contracts.Configuration;

/// <summary>
/// Reads a configuration that people wrote. What is wrong is told all at once, each in a sentence that names the field
/// and the mend: a typo costs one round, and not one round each.
/// </summary>
public static class CallConfigurationReader
{
    /// <summary>The longest file: with everything at its limit a configuration is smaller.</summary>
    public const int LongestFile = 512 * 1024;

    private const int LongestPrompt = 40_000;

    // One textInput of the model takes 1 KB.
    private const int LongestGreeting = 800;
    private const int LongestPhrase = 300;
    private const int MostQueues = 20;

    private static readonly string[] s_members =
    [
        "$schema",
        "systemPrompt",
        "voice",
        "language",
        "greeting",
        "endpointing",
        "callerSilenceSeconds",
        "maximumSeconds",
        "tools",
        "waitingPhrase",
        "fillerPhrase",
        "transfer",
        "privacy",
    ];

    private static readonly string[] s_transferMembers = ["queue", "queues"];
    private static readonly string[] s_privacyMembers = ["maskNumbers", "keepTranscript"];

    private static readonly Dictionary<string, EndpointingSensitivity> s_sensitivities = new()
    {
        ["high"] = EndpointingSensitivity.High,
        ["medium"] = EndpointingSensitivity.Medium,
        ["low"] = EndpointingSensitivity.Low,
    };

    /// <summary>Reads a file.</summary>
    /// <param name="utf8">JSON.</param>
    /// <param name="problems">What is wrong; empty when the file can be used.</param>
    /// <returns>The configuration, or null when anything is wrong.</returns>
    public static CallConfiguration? Read(ReadOnlyMemory<byte> utf8, out IReadOnlyList<string> problems)
    {
        var found = new List<string>();
        problems = found;
        var read = utf8.Length > LongestFile ? TooLong(found) : ReadJson(utf8, found);
        return found.Count == 0 ? read : null;
    }

    private static CallConfiguration? TooLong(List<string> problems)
    {
        problems.Add(
            string.Create(CultureInfo.InvariantCulture, $"The file is longer than {LongestFile / 1024} KB: shorten it.")
        );
        return null;
    }

    private static CallConfiguration? ReadJson(ReadOnlyMemory<byte> utf8, List<string> problems)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            DoubledMembers.Note(json.RootElement, problems);
            if (json.RootElement.ValueKind is JsonValueKind.Object)
            {
                return ReadRoot(new FieldReader(json.RootElement, "", problems, s_members), problems);
            }

            problems.Add(
                $"The file holds {FieldReader.Quote(json.RootElement)}: write an object, such as {{\"voice\": \"amy\"}}."
            );
        }
        catch (JsonException e)
        {
            problems.Add($"The file is not JSON: {e.Message}");
        }
        // A name in it is no text; names are compared while members are looked for.
        catch (InvalidOperationException)
        {
            problems.Add("The file holds a name that is not UTF-8: write it again in UTF-8.");
        }

        return null;
    }

    private static CallConfiguration ReadRoot(FieldReader fields, List<string> problems)
    {
        fields.Text("$schema", LongestPrompt);
        var language = fields.Word("language", SonicVoices.Languages);
        return new CallConfiguration
        {
            SystemPrompt = fields.Text("systemPrompt", LongestPrompt),
            Voice = ReadVoice(fields, language),
            Language = language,
            Greeting = fields.Text("greeting", LongestGreeting),
            Endpointing = fields.Word("endpointing", [.. s_sensitivities.Keys]) is { } word
                ? s_sensitivities[word]
                : null,
            CallerSilenceSeconds = fields.Whole("callerSilenceSeconds", 5, 3600),
            MaximumSeconds = fields.Whole("maximumSeconds", 30, 43_200),
            Tools = ToolReader.ReadAll(fields, problems),
            WaitingPhrase = fields.Text("waitingPhrase", LongestPhrase),
            FillerPhrase = fields.Text("fillerPhrase", LongestPhrase),
            Transfer = fields.Object("transfer", s_transferMembers) is { } transfer ? ReadTransfer(transfer) : null,
            Privacy = fields.Object("privacy", s_privacyMembers) is { } privacy
                ? ReadPrivacy(privacy)
                : new PrivacyConfiguration(),
        };
    }

    private static string? ReadVoice(FieldReader fields, string? language)
    {
        var voice = fields.Word("voice", SonicVoices.All);
        if (voice is null || language is null || SonicVoices.Of(language).Contains(voice))
        {
            return voice;
        }

        fields.Problem(
            "voice",
            $"{voice} does not speak {language}: set it to one of {string.Join(", ", SonicVoices.Of(language))}, or leave it out."
        );
        return null;
    }

    private static TransferConfiguration ReadTransfer(FieldReader fields) =>
        new()
        {
            Queue = fields.Shaped("queue", ConfigurationShapes.OfQueue(), "the ARN of a queue of Amazon Connect"),
            Queues = ReadQueues(fields),
        };

    private static Dictionary<string, string>? ReadQueues(FieldReader fields)
    {
        if (fields.Find("queues") is not { ValueKind: JsonValueKind.Object } value)
        {
            // Says what is wrong with anything else.
            fields.Object("queues", []);
            return null;
        }

        string[] words = [.. value.EnumerateObject().Select(queue => queue.Name)];
        if (words.Length > MostQueues)
        {
            fields.Problem("queues", $"has more than {MostQueues} queues: take some out.");
            return null;
        }

        var each = fields.Object("queues", words)!;
        var queues = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (!ConfigurationShapes.OfQueueWord().IsMatch(word))
            {
                each.Problem(
                    word,
                    "is no word for a queue: write it with up to 64 letters, digits, spaces, hyphens or underscores."
                );
            }
            else if (
                each.Shaped(word, ConfigurationShapes.OfQueue(), "the ARN of a queue of Amazon Connect") is { } queue
            )
            {
                queues.Add(word, queue);
            }
        }

        return queues;
    }

    private static PrivacyConfiguration ReadPrivacy(FieldReader fields) =>
        new() { MaskNumbers = fields.Flag("maskNumbers") ?? false, KeepTranscript = ReadKeeping(fields) };

    private static TranscriptKeeping? ReadKeeping(FieldReader fields)
    {
        switch (fields.Find("keepTranscript"))
        {
            case null:
                return null;
            case { ValueKind: JsonValueKind.String } word when word.ValueEquals(TranscriptKeeping.NoneWord):
                return TranscriptKeeping.None;
            case { } value
                when FieldReader.AsWhole(value) is { } days && TranscriptKeeping.TryFor(days, out var keeping):
                return keeping;
            case { } value:
                fields.Problem(
                    "keepTranscript",
                    $"is {FieldReader.Quote(value)}: set it to \"{TranscriptKeeping.NoneWord}\" or a number of days, one of {string.Join(", ", TranscriptKeeping.Periods)}."
                );
                return null;
        }
    }
}
