using Microsoft.Extensions.Logging;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

internal sealed partial class Call
{
    private bool _callerHeard;
    private bool _modelHeard;

    private void FirstVoice()
    {
        if (!_callerHeard)
        {
            _callerHeard = true;
            _vitals.Phase = CallPhase.Conversing;
            CallerHeard(_vitals.Age.TotalMilliseconds);
        }
    }

    private void FirstAnswer()
    {
        if (!_modelHeard)
        {
            _modelHeard = true;
            ModelAnswered(_vitals.Age.TotalMilliseconds);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        EventName = "CallerHeard",
        Message = "The caller's voice reaches the model, {Milliseconds} ms after the bridge began."
    )]
    private partial void CallerHeard(double milliseconds);

    [LoggerMessage(
        Level = LogLevel.Information,
        EventName = "ModelAnswered",
        Message = "The model speaks, {Milliseconds} ms after the bridge began."
    )]
    private partial void ModelAnswered(double milliseconds);

    [LoggerMessage(
        Level = LogLevel.Information,
        EventName = "CallerInterrupted",
        Message = "The caller speaks over the agent."
    )]
    private partial void CallerInterrupted();

    [LoggerMessage(
        Level = LogLevel.Information,
        EventName = "Leaving",
        Message = "The bridge was told to stop: it holds the conversation until the next one has it."
    )]
    private partial void Leaving();

    [LoggerMessage(
        Level = LogLevel.Warning,
        EventName = "CheckpointFailed",
        Message = "A checkpoint could not be written."
    )]
    private partial void CheckpointFailed(Exception exception);

    [LoggerMessage(
        Level = LogLevel.Warning,
        EventName = "DisconnectionUnknown",
        Message = "Whether Amazon Connect has reported the end of the contact cannot be told."
    )]
    private partial void DisconnectionUnknown(Exception exception);

    [LoggerMessage(
        Level = LogLevel.Warning,
        EventName = "ProgressUnknown",
        Message = "It cannot be told how much of the agent's words was heard: all of them are written down."
    )]
    private partial void ProgressUnknown(Exception exception);

    [LoggerMessage(
        Level = LogLevel.Warning,
        EventName = "HeartbeatRefused",
        Message = "The call's execution no longer waits for this bridge."
    )]
    private partial void HeartbeatRefused();

    [LoggerMessage(
        Level = LogLevel.Warning,
        EventName = "HeartbeatFailed",
        Message = "A heartbeat did not get through."
    )]
    private partial void HeartbeatFailed(Exception exception);

    [LoggerMessage(
        Level = LogLevel.Warning,
        EventName = "ReportRefused",
        Message = "The call's execution did not wait for the report."
    )]
    private partial void ReportRefused();

    [LoggerMessage(
        Level = LogLevel.Warning,
        EventName = "StepTimedOut",
        Message = "At the call's end, {Step} took longer than {Seconds} s and was left behind."
    )]
    private partial void StepTimedOut(string step, double seconds);

    [LoggerMessage(Level = LogLevel.Error, EventName = "StepFailed", Message = "At the call's end, {Step} failed.")]
    private partial void StepFailed(string step, Exception exception);

    [LoggerMessage(
        Level = LogLevel.Information,
        EventName = "ModelUsed",
        Message = "The model counted {InputTokens} tokens in and {OutputTokens} out, and sent {UnknownEvents} events of unknown kinds."
    )]
    private partial void ModelUsed(long inputTokens, long outputTokens, int unknownEvents);

    [LoggerMessage(
        Level = LogLevel.Information,
        EventName = "CallEnded",
        Message = "The call ended: {Ending}, next {Next}, {Lines} lines. {Detail}"
    )]
    private partial void CallEnded(CallEnding ending, FlowStep next, string? detail, int lines);
}
