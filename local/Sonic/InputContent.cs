using System.Text;

namespace SonicBridge.Local.Sonic;

/// <summary>A content that a client has opened.</summary>
internal sealed class InputContent(string type, string? role, bool interactive)
{
    private readonly StringBuilder _text = new();

    public string Type => type;

    public string? Role => role;

    public bool IsInteractive => interactive;

    /// <summary>What a TOOL content answers.</summary>
    public ToolUse? Use { get; init; }

    /// <summary>All text that came in.</summary>
    public string Text => _text.ToString();

    public void Add(string text) => _text.Append(text);
}
