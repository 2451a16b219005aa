using System.Text.Json;
using static SonicBridge.Local.Sonic.InputShape;

namespace SonicBridge.Local.Sonic;

/// <summary>
/// The order of a client's events, as Nova 2 Sonic's documentation has them: sessionStart, promptStart, a
/// system text, history, one audio block kept open to the end, in which texts and tools' results may come, and the three
/// closing events.
/// </summary>
internal sealed class InputGrammar
{
    private readonly Dictionary<string, InputContent> _open = [];
    private readonly HashSet<string> _used = [];
    private readonly HistoryReplay _history = new();
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

    /// <summary>What the client said of the conversation so far.</summary>
    public IReadOnlyList<HistoryLine> History => _history.Lines;

    /// <summary>The tools that the client offers.</summary>
    public ToolUses Tools { get; } = new();

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
        CheckPlace(name, body);
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
                TakeText(Content(body, "TEXT", name), body.GetProperty("content").GetString()!);
                return new SonicInput.Setting();
            case "audioInput":
                Content(body, "AUDIO", name);
                var pcm = body.GetProperty("content").GetBytesFromBase64();
                Require(pcm.Length % 2 == 0, $"audioInput holds {pcm.Length} bytes, and a sample has two.");
                return new SonicInput.Voice(pcm);
            case "toolResult":
                Content(body, "TOOL", name).Add(body.GetProperty("content").GetString()!);
                return new SonicInput.Setting();
            case "contentEnd":
                return EndContent(body.GetProperty("contentName").GetString()!);
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

    private void CheckPlace(string name, JsonElement body)
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
        if (body.TryGetProperty("toolConfiguration", out var tools))
        {
            Tools.Offer(tools);
        }
    }

    private SonicInput StartContent(JsonElement body)
    {
        var name = body.GetProperty("contentName").GetString()!;
        Require(_used.Add(name), $"contentName '{name}' was used before.");
        var (type, role) = (body.GetProperty("type").GetString()!, body.GetProperty("role").GetString());
        var interactive = body.GetProperty("interactive").GetBoolean();
        _open[name] = new InputContent(type, role, interactive);
        switch (type)
        {
            case "TEXT":
                StartText(body, role, interactive);
                return new SonicInput.Setting();
            case "AUDIO":
                Require(_system, "Audio began before the system prompt.");
                Require(!_audio, "A second AUDIO content was opened: all audio of a session goes into one.");
                Require(role == "USER" && interactive, "An AUDIO content is interactive and of the role USER.");
                _audio = true;
                return new SonicInput.VoiceBegins(Lpcm(body.GetProperty("audioInputConfiguration")));
            case "TOOL":
                Require(role == "TOOL" && !interactive, "A TOOL content is not interactive and of the role TOOL.");
                var use = Tools.Take(body.GetProperty("toolResultInputConfiguration"));
                _open[name] = new InputContent(type, role, interactive) { Use = use };
                return new SonicInput.Setting();
            default:
                throw SonicRefusalException.Validation($"A content of the type '{type}' cannot be started here.");
        }
    }

    private void StartText(JsonElement body, string? role, bool interactive)
    {
        Require(
            body.GetProperty("textInputConfiguration").GetProperty("mediaType").GetString() == "text/plain",
            "textInputConfiguration is not text/plain."
        );
        Require(role is "SYSTEM" or "USER" or "ASSISTANT", $"A TEXT content cannot have the role '{role}'.");
        Require(role != "SYSTEM" || !_system, "The system prompt was given before.");
        Require(role == "SYSTEM" || _system, "The first content has to be the system prompt.");
        Require(!_audio || interactive, "History came after the audio had begun.");
        Require(role == "USER" || !interactive, "An interactive TEXT content is of the role USER.");
        _system = true;
        if (role != "SYSTEM" && !interactive)
        {
            _history.Begin(role!);
        }
    }

    private void TakeText(InputContent content, string text)
    {
        content.Add(text);
        if (content is { Role: not "SYSTEM", IsInteractive: false })
        {
            _history.Add(text);
        }
    }

    private SonicInput EndContent(string name)
    {
        if (!_open.Remove(name, out var content))
        {
            throw SonicRefusalException.Validation($"The content '{name}' is not open.");
        }

        if (content.Use is { } use)
        {
            using var result = JsonDocument.Parse(content.Text);
            Require(result.RootElement.ValueKind is JsonValueKind.Object, "A toolResult is not a JSON object.");
            return new SonicInput.ToolAnswered(use, content.Text);
        }

        // Interactive history is no history: the model answers it, as field reports have it.
        return content is { Type: "TEXT", IsInteractive: true }
            ? new SonicInput.Typed(content.Text)
            : new SonicInput.Setting();
    }

    private InputContent Content(JsonElement body, string type, string inputName)
    {
        var name = body.GetProperty("contentName").GetString()!;
        var content =
            _open.GetValueOrDefault(name)
            ?? throw SonicRefusalException.Validation($"The content '{name}' is not open.");
        Require(content.Type == type, $"{inputName} outside of a {type} content.");
        return content;
    }
}
