using System.Text;
using SonicBridge.Contracts;
using static SonicBridge.Local.Sonic.InputShape;

namespace SonicBridge.Local.Sonic;

/// <summary>
/// What a client says of the conversation so far, before the voice begins. The limits are those of "Managing chat
/// history" in the user guide; where sources disagree, the stricter holds.
/// </summary>
internal sealed class HistoryReplay
{
    private const int MostPieceBytes = 1024;
    private const int MostBytes = 40 * 1024;
    private const int MostMessages = 40;
    private const string TooLong = "Chat history is over max limit";

    private readonly List<HistoryLine> _lines = [];
    private int _bytes;

    public IReadOnlyList<HistoryLine> Lines => _lines;

    /// <summary>A message begins.</summary>
    /// <exception cref="SonicRefusalException">It cannot come here.</exception>
    public void Begin(string role)
    {
        var speaker = SpeakerOf(role);
        Require(_lines.Count > 0 || speaker is Speaker.Caller, "History has to begin with a message of the USER.");
        Require(
            _lines.Count == 0 || _lines[^1].Speaker != speaker,
            $"History has to alternate between USER and ASSISTANT: {role} came twice in a row."
        );
        Require(_lines.Count < MostMessages, TooLong);
        _lines.Add(new HistoryLine(speaker, ""));
    }

    /// <summary>A piece of the message that has begun.</summary>
    /// <exception cref="SonicRefusalException">It is too long, or all together is.</exception>
    public void Add(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        _bytes += bytes;
        Require(bytes <= MostPieceBytes && _bytes <= MostBytes, TooLong);
        _lines[^1] = _lines[^1] with { Text = _lines[^1].Text + text };
    }

    private static Speaker SpeakerOf(string role) => role == "USER" ? Speaker.Caller : Speaker.Agent;
}

/// <summary>A message of a conversation's history, as the model is told it.</summary>
public sealed record HistoryLine(Speaker Speaker, string Text);
