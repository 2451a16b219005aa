namespace SonicBridge.Bench.Calls;

/// <summary>Calls that a contender carries at the same time, each by a process of its own.</summary>
internal sealed class CallGroup : IDisposable
{
    private readonly List<CarriedCall> _calls = [];

    private CallGroup() { }

    public IReadOnlyList<CarriedCall> Calls => _calls;

    public long BytesEach => _calls[0].Sound.Bytes;

    /// <param name="sounds">What each caller says: all equally long.</param>
    public static async Task<CallGroup> PrepareAsync(Stage stage, IEnumerable<CallerSound> sounds, int fragmentsReady)
    {
        var group = new CallGroup();
        foreach (var sound in sounds)
        {
            group._calls.Add(await CarriedCall.PrepareAsync(stage, sound, fragmentsReady));
        }

        return group;
    }

    public void Start(Contender contender) => _calls.ForEach(call => call.Start(contender));

    /// <summary>Lets all callers say the rest. Their fragments are spread over time, as strangers' are.</summary>
    public Task SpeakAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(
            _calls.Select(
                async (call, index) =>
                {
                    await Task.Delay(index * CallerSound.FragmentLength / _calls.Count, cancellationToken);
                    await call.SpeakAsync(cancellationToken);
                }
            )
        );

    /// <inheritdoc cref="CarriedCall.ExpectAsync"/>
    public Task ExpectAsync(Task outcome, TimeSpan patience, CancellationToken cancellationToken) =>
        Task.WhenAll(_calls.Select(call => call.ExpectAsync(outcome, patience, cancellationToken)));

    public void Dispose() => _calls.ForEach(call => call.Dispose());
}
