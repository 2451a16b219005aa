using System.Text.Json;

namespace SonicBridge.Local.Sonic;

/// <summary>
/// The order and the shape of a client's events, as Nova 2 Sonic's documentation has them: sessionStart, promptStart, a
/// system text, history, one audio block kept open to the end, and the three closing events.
/// </summary>
public sealed class InputGrammar
{
    private static readonly HashSet<string> Voices =
    [
        "tiffany",
        "matthew",
        "amy",
        "olivia",
        "kiara",
        "arjun",
        "ambre",
        "florian",
        "beatrice",
        "lorenzo",
        "tina",
        "lennart",
        "lupe",
        "carlos",
        "carolina",
        "leo",
    ];

    private readonly Dictionary<string, string> _open = [];
    private readonly HashSet<string> _used = [];
    private bool _session;
    private string? _prompt;
    private bool _audio;
    private bool _promptEnded;
    private bool _system;

    /// <summary>The pause after which the model takes a turn as ended; from the turn sensitivity.</summary>
    public TimeSpan EndpointingPause { get; private set; } = TimeSpan.FromSeconds(1.75);

    /// <summary>The rate of the agent's voice that the client asked for.</summary>
    public int OutputHertz { get; private set; }

    public string PromptName => _prompt ?? "";

    /// <summary>Reads <c>{"event":{"name":{…}}}</c>.</summary>
    /// <exception cref="SonicRefusalException">The model would end the stream over it.</exception>
    public SonicInput Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var named = document.RootElement.GetProperty("event").EnumerateObject().Single();
            return Take(named.Name, named.Value);
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw SonicRefusalException.Validation(
                $"Invalid input request, please fix your input and try again. ({e.Message})"
            );
        }
    }

    private SonicInput Take(string name, JsonElement body)
    {
        Require(name == "sessionStart" || _session, $"{name} came before sessionStart.");
        Require(
            name is "sessionStart" or "promptStart" or "sessionEnd" || _prompt is not null,
            $"{name} came before promptStart."
        );
        if (_prompt is not null && name is not "sessionEnd" and not "sessionStart")
        {
            Require(
                body.GetProperty("promptName").GetString() == _prompt,
                $"{name} names a promptName that was never started."
            );
            Require(!_promptEnded, $"{name} came after promptEnd.");
        }

        switch (name)
        {
            case "sessionStart":
                StartSession(body);
                return new SonicInput.Setting();
            case "promptStart":
                StartPrompt(body);
                return new SonicInput.Setting();
            case "contentStart":
                return StartContent(body);
            case "textInput":
                Require(Kind(body) == "TEXT", "textInput outside of a TEXT content.");
                Require(body.GetProperty("content").GetString() is not null, "textInput has no content.");
                return new SonicInput.Setting();
            case "audioInput":
                Require(Kind(body) == "AUDIO", "audioInput outside of an AUDIO content.");
                return new SonicInput.Voice(body.GetProperty("content").GetBytesFromBase64());
            case "toolResult":
                throw SonicRefusalException.Validation("toolResult without a toolUse that asked for it.");
            case "contentEnd":
                Kind(body);
                _open.Remove(body.GetProperty("contentName").GetString()!);
                return new SonicInput.Setting();
            case "promptEnd":
                Require(_open.Count == 0, "promptEnd while a content is still open.");
                _promptEnded = true;
                return new SonicInput.Setting();
            case "sessionEnd":
                Require(_prompt is null || _promptEnded, "sessionEnd before promptEnd.");
                return new SonicInput.End();
            default:
                throw SonicRefusalException.Validation($"'{name}' is not an input event.");
        }
    }

    private void StartSession(JsonElement body)
    {
        Require(!_session, "sessionStart came twice.");
        _session = true;
        var inference = body.GetProperty("inferenceConfiguration");
        Require(inference.GetProperty("maxTokens").GetInt32() > 0, "maxTokens is not positive.");
        Require(inference.GetProperty("topP").GetDouble() is >= 0 and <= 1, "topP is not between 0 and 1.");
        Require(
            inference.GetProperty("temperature").GetDouble() is >= 0 and <= 1,
            "temperature is not between 0 and 1."
        );
        if (body.TryGetProperty("turnDetectionConfiguration", out var turns))
        {
            EndpointingPause = turns.GetProperty("endpointingSensitivity").GetString() switch
            {
                "HIGH" => TimeSpan.FromSeconds(1.5),
                "MEDIUM" => TimeSpan.FromSeconds(1.75),
                "LOW" => TimeSpan.FromSeconds(2),
                var other => throw SonicRefusalException.Validation(
                    $"endpointingSensitivity '{other}' is not HIGH, MEDIUM or LOW."
                ),
            };
        }
    }

    private void StartPrompt(JsonElement body)
    {
        Require(_prompt is null, "promptStart came twice.");
        _prompt = body.GetProperty("promptName").GetString();
        Require(
            body.GetProperty("textOutputConfiguration").GetProperty("mediaType").GetString() == "text/plain",
            "textOutputConfiguration is not text/plain."
        );
        var audio = body.GetProperty("audioOutputConfiguration");
        OutputHertz = Lpcm(audio);
        var voice = audio.GetProperty("voiceId").GetString();
        Require(Voices.Contains(voice!), $"voiceId '{voice}' is not a voice of this model.");
    }

    private SonicInput StartContent(JsonElement body)
    {
        var name = body.GetProperty("contentName").GetString()!;
        Require(_used.Add(name), $"contentName '{name}' was used before.");
        var (type, role) = (body.GetProperty("type").GetString()!, body.GetProperty("role").GetString());
        var interactive = body.GetProperty("interactive").GetBoolean();
        _open[name] = type;
        switch (type)
        {
            case "TEXT":
                Require(
                    body.GetProperty("textInputConfiguration").GetProperty("mediaType").GetString() == "text/plain",
                    "textInputConfiguration is not text/plain."
                );
                Require(role is "SYSTEM" or "USER" or "ASSISTANT", $"A TEXT content cannot have the role '{role}'.");
                Require(role != "SYSTEM" || !_system, "The system prompt was given before.");
                Require(role == "SYSTEM" || _system, "The first content has to be the system prompt.");
                Require(!_audio || interactive, "History came after the audio had begun.");
                _system = true;
                return new SonicInput.Setting();
            case "AUDIO":
                Require(_system, "Audio began before the system prompt.");
                Require(!_audio, "A second AUDIO content was opened: all audio of a session goes into one.");
                Require(role == "USER" && interactive, "An AUDIO content is interactive and of the role USER.");
                _audio = true;
                return new SonicInput.VoiceBegins(Lpcm(body.GetProperty("audioInputConfiguration")));
            default:
                throw SonicRefusalException.Validation($"A content of the type '{type}' cannot be started here.");
        }
    }

    private string Kind(JsonElement body)
    {
        var name = body.GetProperty("contentName").GetString()!;
        return _open.GetValueOrDefault(name)
            ?? throw SonicRefusalException.Validation($"The content '{name}' is not open.");
    }

    private static int Lpcm(JsonElement audio)
    {
        Require(audio.GetProperty("mediaType").GetString() == "audio/lpcm", "mediaType is not audio/lpcm.");
        Require(audio.GetProperty("sampleSizeBits").GetInt32() == 16, "sampleSizeBits is not 16.");
        Require(audio.GetProperty("channelCount").GetInt32() == 1, "channelCount is not 1.");
        Require(audio.GetProperty("encoding").GetString() == "base64", "encoding is not base64.");
        Require(audio.GetProperty("audioType").GetString() == "SPEECH", "audioType is not SPEECH.");
        var hertz = audio.GetProperty("sampleRateHertz").GetInt32();
        Require(hertz is 8000 or 16000 or 24000, $"sampleRateHertz {hertz} is not 8000, 16000 or 24000.");
        return hertz;
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw SonicRefusalException.Validation(otherwise);
        }
    }
}
