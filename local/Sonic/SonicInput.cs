namespace SonicBridge.Local.Sonic;

/// <summary>What a client's event comes down to, once it was found good.</summary>
public abstract record SonicInput
{
    private SonicInput() { }

    /// <summary>Nothing that a simulated model acts on.</summary>
    public sealed record Setting : SonicInput;

    /// <summary>The caller's voice begins.</summary>
    public sealed record VoiceBegins(int Hertz) : SonicInput;

    /// <summary>A piece of it: 16-bit little-endian.</summary>
    public sealed record Voice(ReadOnlyMemory<byte> Pcm) : SonicInput;

    /// <summary>An interactive text, whole.</summary>
    public sealed record Typed(string Text) : SonicInput;

    /// <summary>A tool's answer, whole.</summary>
    /// <param name="Json">A JSON object.</param>
    public sealed record ToolAnswered(ToolUse Use, string Json) : SonicInput;

    /// <summary>The client has said all.</summary>
    public sealed record End : SonicInput;
}
