using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

/// <summary>An agent's voice that is still being opened: the caller's voice need not wait for it.</summary>
internal sealed class OpeningVoice<T>(Task<T> opening) : IAgentVoice
    where T : IAgentVoice
{
    public async ValueTask SpeakAsync(ReadOnlyMemory<byte> pcm, CancellationToken cancellationToken) =>
        await (await opening.WaitAsync(cancellationToken)).SpeakAsync(pcm, cancellationToken);

    public async ValueTask EndTurnAsync(CancellationToken cancellationToken) =>
        await (await opening.WaitAsync(cancellationToken)).EndTurnAsync(cancellationToken);

    public async ValueTask SayAsync(string text, CancellationToken cancellationToken) =>
        await (await opening.WaitAsync(cancellationToken)).SayAsync(text, cancellationToken);

    public async ValueTask InterruptAsync(CancellationToken cancellationToken) =>
        await (await opening.WaitAsync(cancellationToken)).InterruptAsync(cancellationToken);

    public async Task<IReadOnlyList<SampleRange>> UnheardAsync(
        bool nothingFollows,
        CancellationToken cancellationToken
    ) => await (await opening.WaitAsync(cancellationToken)).UnheardAsync(nothingFollows, cancellationToken);

    public async Task FinishAsync(
        CallEnding ending,
        FlowStep next,
        TransferTarget? transfer,
        CancellationToken cancellationToken
    ) => await (await opening.WaitAsync(cancellationToken)).FinishAsync(ending, next, transfer, cancellationToken);
}
