using System.Buffers;
using System.Buffers.Binary;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>
/// Hears turns by the loudness of what it is given, as a model does by other means, and answers each in its time: it
/// speaks faster than it is heard, and breaks off when the caller speaks over it.
/// </summary>
/// <param name="words">The caller's next words.</param>
/// <param name="voice">The agent's next 100 ms, none like another.</param>
internal sealed class ScriptedAnswers(Func<string> words, Func<byte[]> voice)
{
    private static readonly TimeSpan EndOfTurn = TimeSpan.FromSeconds(1.75);
    private static readonly TimeSpan Thinking = TimeSpan.FromSeconds(0.65);
    private static readonly TimeSpan Chunk = TimeSpan.FromMilliseconds(100);
    private const int Chunks = 20;
    private const int OneBlock = 1024;
    private const int Pace = 4;

    private readonly Queue<(DateTimeOffset At, SonicEvent Event)> _planned = new();
    private string? _answering;
    private DateTimeOffset _playsUntil;
    private DateTimeOffset? _quietSince;
    private bool _turn;
    private int _answers;

    /// <summary>How much later than it should everything comes.</summary>
    public TimeSpan Lateness { get; set; }

    /// <summary>Whether it gives each text twice, under two names, and each end.</summary>
    public bool RepeatsTexts { get; set; }

    /// <summary>Whether it asks for a tool before it answers the next turn.</summary>
    public bool AsksForTool { get; set; }

    public required DateTimeOffset Now { get; set; }

    public required string Name { get; init; }

    /// <summary>Takes the caller's voice.</summary>
    public void Hear(in ReadOnlySequence<byte> pcm)
    {
        Span<byte> first = stackalloc byte[2];
        pcm.Slice(0, 2).CopyTo(first);
        if (Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(first)) < 1000)
        {
            // What comes at once was quiet for as long as it lasts.
            _quietSince ??= Now;
            _quietSince -= pcm.Length > OneBlock ? TimeSpan.FromSeconds(pcm.Length / 16000.0) : TimeSpan.Zero;
            return;
        }

        (_turn, _quietSince) = (true, null);
        if (_answering is { } id && Now < _playsUntil)
        {
            Interrupt(id);
        }
    }

    /// <summary>Takes a text in the caller's stead.</summary>
    public void Read(string text) => Answer(null, text);

    /// <summary>Lets time pass.</summary>
    /// <returns>What it says by now.</returns>
    public IEnumerable<SonicEvent> Step(DateTimeOffset now)
    {
        Now = now;
        if (_turn && now - _quietSince >= EndOfTurn)
        {
            _turn = false;
            var said = words();
            if (AsksForTool)
            {
                AskForTool(said);
            }
            else
            {
                Answer(said, said);
            }
        }

        while (_planned.TryPeek(out var next) && next.At + Lateness <= now)
        {
            // What is said may be spoken over at once.
            _planned.Dequeue();
            yield return next.Event;
            if (RepeatsTexts && next.Event is SonicEvent.ContentEnd)
            {
                yield return next.Event;
            }
        }
    }

    private void Answer(string? heard, string to)
    {
        var id = $"{Name}.{++_answers}";
        var at = Now + Thinking;
        (_answering, _playsUntil) = (id, at + (Chunks * Chunk));
        Plan(at, heard is null ? [] : ModelSays.Caller(heard, $"{id}.caller"));
        Plan(at, ModelSays.Preview($"answer to {to}", $"{id}.preview"));
        Plan(at, ModelSays.VoiceStart($"{id}.voice"));
        for (var i = 0; i < Chunks; i++)
        {
            Plan(at, new SonicEvent.AudioOutput($"{id}.voice", voice()));
            at += Chunk / Pace;
        }

        Plan(at, ModelSays.End($"{id}.voice"));
        Plan(at, ModelSays.Final($"answer to {to}", $"{id}.final"));
        if (RepeatsTexts)
        {
            Plan(at, ModelSays.Final($"answer to {to}", $"{id}.again"));
        }

        Plan(at, new SonicEvent.CompletionEnd());
    }

    private void AskForTool(string heard)
    {
        AsksForTool = false;
        var id = $"{Name}.{++_answers}";
        Plan(Now + Thinking, ModelSays.Caller(heard, $"{id}.caller"));
        Plan(
            Now + Thinking,
            new SonicEvent.ContentStart($"{id}.tool", ContentType.Tool, Role.Other, GenerationStage.Final),
            new SonicEvent.ToolUse(id, "look_up", "{}"),
            new SonicEvent.ContentEnd($"{id}.tool", StopReason.Other)
        );
    }

    private void Interrupt(string id)
    {
        var isVoiceOpen = _planned.Any(plan =>
            plan.Event is SonicEvent.ContentEnd end && end.ContentId == $"{id}.voice"
        );
        var hasBegun = !_planned.Any(plan => plan.Event is SonicEvent.ContentStart { Type: ContentType.Audio });
        _planned.Clear();
        _answering = null;
        if (!hasBegun)
        {
            // The caller had only paused.
            return;
        }

        if (isVoiceOpen)
        {
            Plan(Now, ModelSays.End($"{id}.voice", StopReason.Interrupted));
            Plan(Now, ModelSays.Final($"answer cut", $"{id}.final", StopReason.Interrupted));
        }

        Plan(Now, ModelSays.Interrupted());
    }

    private void Plan(DateTimeOffset at, params SonicEvent[] events)
    {
        foreach (var one in events)
        {
            _planned.Enqueue((at, one));
        }
    }
}
