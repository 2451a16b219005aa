using Microsoft.Extensions.Logging;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Conversation;

internal sealed partial class RenewingModel
{
    [LoggerMessage(
        Level = LogLevel.Information,
        EventName = "SessionTookOver",
        Message = "Session {Session} with the model has taken over, with {Messages} messages of history."
    )]
    private partial void SessionTookOver(int session, int messages);

    [LoggerMessage(
        Level = LogLevel.Warning,
        EventName = "SessionLost",
        Message = "Session {Session} with the model ended by itself: {Kind}. {Detail}"
    )]
    private partial void SessionLost(int session, SonicEndKind kind, string detail);

    [LoggerMessage(
        Level = LogLevel.Warning,
        EventName = "SessionStalled",
        Message = "Session {Session} with the model is broken off. {Why}"
    )]
    private partial void SessionStalled(int session, string why);
}
