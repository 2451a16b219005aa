using Microsoft.Extensions.Logging;

namespace SonicBridge.Bridge.Kvs;

public sealed partial class CallerVoice
{
    [LoggerMessage(
        Level = LogLevel.Debug,
        EventName = "CallerVoiceConnected",
        Message = "The caller's stream is open, by {Selector} {Fragment}, after {Blocks} blocks."
    )]
    private partial void Connected(string selector, string? fragment, long blocks);

    [LoggerMessage(
        Level = LogLevel.Warning,
        EventName = "CallerVoiceReconnecting",
        Message = "The connection to the caller's stream is over: {Cause}. The next one follows in {Milliseconds} ms."
    )]
    private partial void Reconnecting(string cause, double milliseconds);

    [LoggerMessage(
        Level = LogLevel.Information,
        EventName = "CallerVoiceEnded",
        Message = "The caller's voice ended: {Kind}. {Detail} {Fragments} fragments, {Blocks} blocks, {Reconnects} reconnects."
    )]
    private partial void CallerVoiceEnded(
        VoiceEndKind kind,
        string detail,
        long fragments,
        long blocks,
        int reconnects
    );
}
