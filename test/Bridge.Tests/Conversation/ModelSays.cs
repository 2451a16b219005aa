using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>Events of the model as they come in a conversation.</summary>
internal static class ModelSays
{
    public static SonicEvent[] Caller(string text, string id = "caller") =>
        Text(Role.User, GenerationStage.Final, text, id, StopReason.PartialTurn);

    public static SonicEvent[] Preview(string text, string id = "preview") =>
        Text(Role.Assistant, GenerationStage.Speculative, text, id, StopReason.PartialTurn);

    public static SonicEvent[] Final(string text, string id = "final", StopReason reason = StopReason.EndTurn) =>
        Text(Role.Assistant, GenerationStage.Final, text, id, reason);

    public static SonicEvent VoiceStart(string id = "voice") =>
        new SonicEvent.ContentStart(id, ContentType.Audio, Role.Assistant, GenerationStage.Final);

    public static SonicEvent Voice(int milliseconds, string id = "voice") =>
        new SonicEvent.AudioOutput(id, new byte[16 * milliseconds]);

    public static SonicEvent End(string id = "voice", StopReason reason = StopReason.EndTurn) =>
        new SonicEvent.ContentEnd(id, reason);

    public static SonicEvent Interrupted() => new SonicEvent.Interrupted("final");

    private static SonicEvent[] Text(Role role, GenerationStage stage, string text, string id, StopReason reason) =>
        [
            new SonicEvent.ContentStart(id, ContentType.Text, role, stage),
            new SonicEvent.TextOutput(id, text),
            new SonicEvent.ContentEnd(id, reason),
        ];
}
