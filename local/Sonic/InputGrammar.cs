using System.Text;
using System.Text.Json;
using static SonicBridge.Local.Sonic.InputShape;

namespace SonicBridge.Local.Sonic;

/// <summary>
/// The order of a client's events, as Nova 2 Sonic's documentation has them: sessionStart, promptStart, a
/// system text, history, one audio block kept open to the end, and the three closing events.
/// </summary>
public sealed class InputGrammar
{
    private readonly Dictionary<string, string> _open = [];
    private readonly HashSet<string> _used = [];
    private bool _session;
    private string? _prompt;
    private bool _audio;
    private bool _promptEnded;
    private bool _system;
    private string? _history;
    private int _historyBytes;

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
                Remember(body.GetProperty("content").GetString()!, body.GetProperty("contentName").GetString()!);
                return _audio ? new SonicInput.Typed() : new SonicInput.Setting();
            case "audioInput":
                Require(Kind(body) == "AUDIO", "audioInput outside of an AUDIO content.");
                var pcm = body.GetProperty("content").GetBytesFromBase64();
                Require(pcm.Length % 2 == 0, $"audioInput holds {pcm.Length} bytes, and a sample has two.");
                return new SonicInput.Voice(pcm);
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
        EndpointingPause = PauseOf(body) ?? EndpointingPause;
    }

    private void StartPrompt(JsonElement body)
    {
        Require(_prompt is null, "promptStart came twice.");
        _prompt = body.GetProperty("promptName").GetString();
        OutputHertz = OutputHertzOf(body);
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
                Require(
                    _audio || role == "SYSTEM" || role == "USER" || _history is not null,
                    "History has to begin with a message of the USER."
                );
                _history = role == "SYSTEM" || _audio ? null : name;
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

    /// <summary>"Managing chat history": a message of at most 1 KB, all of them at most 40 KB.</summary>
    private void Remember(string text, string contentName)
    {
        if (contentName == _history)
        {
            var bytes = Encoding.UTF8.GetByteCount(text);
            _historyBytes += bytes;
            Require(bytes <= 1024 && _historyBytes <= 40 * 1024, "Chat history is over max limit.");
        }
    }

    private string Kind(JsonElement body)
    {
        var name = body.GetProperty("contentName").GetString()!;
        return _open.GetValueOrDefault(name)
            ?? throw SonicRefusalException.Validation($"The content '{name}' is not open.");
    }
}
