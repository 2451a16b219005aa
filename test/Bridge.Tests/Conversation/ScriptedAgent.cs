using SonicBridge.Bridge.Conversation;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>An agent's voice that notes what it is told, and fails or hangs where a test wants it.</summary>
internal sealed class ScriptedAgent : IAgentVoice
{
    private readonly TaskCompletionSource _finishing = new();
    private readonly TaskCompletionSource _speaking = new();

    public List<string> Told { get; } = [];

    public Func<CancellationToken, Task> OnSpeak { get; init; } = _ => Task.CompletedTask;

    public Func<CancellationToken, Task> OnFinish { get; init; } = _ => Task.CompletedTask;

    /// <summary>Takes what is spoken.</summary>
    public Action<ReadOnlyMemory<byte>> Heard { get; init; } = static _ => { };

    /// <summary>Completes when it is told what comes last.</summary>
    public Task Finishing => _finishing.Task;

    /// <summary>Completes when it is first told to speak.</summary>
    public Task Speaking => _speaking.Task;

    public async ValueTask SpeakAsync(ReadOnlyMemory<byte> pcm, CancellationToken cancellationToken)
    {
        Told.Add($"speak {pcm.Length}");
        Heard(pcm);
        _speaking.TrySetResult();
        await OnSpeak(cancellationToken);
    }

    public ValueTask EndTurnAsync(CancellationToken cancellationToken)
    {
        Told.Add("end turn");
        return ValueTask.CompletedTask;
    }

    public ValueTask SayAsync(string text, CancellationToken cancellationToken)
    {
        Told.Add($"say {text}");
        return ValueTask.CompletedTask;
    }

    public ValueTask InterruptAsync(CancellationToken cancellationToken)
    {
        Told.Add("interrupt");
        return ValueTask.CompletedTask;
    }

    /// <summary>What was not played.</summary>
    public List<SampleRange> Unheard { get; } = [];

    public Task<IReadOnlyList<SampleRange>> UnheardAsync(bool nothingFollows, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SampleRange>>(Unheard);

    public Task FinishAsync(
        CallEnding ending,
        FlowStep next,
        TransferTarget? transfer,
        CancellationToken cancellationToken
    )
    {
        Told.Add(transfer is null ? $"finish {next}" : $"finish {next} {transfer}");
        _finishing.TrySetResult();
        return OnFinish(cancellationToken);
    }
}
