using System.Text.Json;

namespace SonicBridge.Bridge.Tools;

/// <summary>What the model is told of a tool it asked for: always one JSON object.</summary>
/// <param name="Json">The object.</param>
/// <param name="Failure">Why it is an error, for the log; null when the tool answered.</param>
internal sealed record ToolAnswer(string Json, ToolFailure? Failure = null)
{
    /// <summary>The answer in place of one that did not come.</summary>
    /// <param name="message">A sentence that helps the model to go on.</param>
    public static ToolAnswer Failed(ToolFailure failure, string message)
    {
        var word = failure switch
        {
            ToolFailure.Unknown => "unknownTool"u8,
            ToolFailure.BadArguments => "badArguments"u8,
            ToolFailure.TimedOut => "timeout"u8,
            ToolFailure.TooLong => "tooLong"u8,
            ToolFailure.NotJson => "notJson"u8,
            ToolFailure.CallOver => "callOver"u8,
            _ => "failed"u8,
        };
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("error"u8, word);
            json.WriteString("message"u8, message);
            json.WriteEndObject();
        }

        return new ToolAnswer(
            System.Text.Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)),
            failure
        );
    }
}

/// <summary>Why a tool gave no answer of its own.</summary>
internal enum ToolFailure
{
    /// <summary>The call's configuration has no such tool.</summary>
    Unknown,

    /// <summary>The model's arguments are no JSON object.</summary>
    BadArguments,

    /// <summary>The function took longer than it may.</summary>
    TimedOut,

    /// <summary>The function failed, or could not be invoked.</summary>
    Failed,

    /// <summary>The answer is longer than the model is to read.</summary>
    TooLong,

    /// <summary>The answer is not JSON.</summary>
    NotJson,

    /// <summary>The call ended before the function had answered.</summary>
    CallOver,
}
