using System.Diagnostics;
using System.Security.Cryptography;
using SonicBridge.Bench.Calls;

namespace SonicBridge.Bench.Soak;

/// <summary>
/// One call in real time, carried by the bridge as it is deployed: its memory, its files and its threads at intervals, and
/// whether the model heard every sample of it once.
/// </summary>
internal sealed class RealTimeCall(Contender bridge, TimeSpan length, TimeSpan session, Action<string> say)
{
    private const int Samples = 60;
    private const int FragmentsReady = 2;
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SoakSamples _samples = new(
        "The bridge as it is deployed, one call in real time",
        "by the clock",
        [SoakFigure.Rss, SoakFigure.Handles, SoakFigure.Threads]
    );

    /// <summary>Holds the call. When it is cancelled, what was measured so far counts.</summary>
    /// <exception cref="RunFailedException">The call did not come to a good end.</exception>
    public async Task<SoakSamples> RunAsync(CancellationToken cancellationToken)
    {
        var fragments = (int)Math.Ceiling(length / CallerSound.FragmentLength);
        var sound = CallerSound.LinesAgain(Stage.Scenario, seed: 1, fragments);
        await using var stage = await Stage.OpenAsync(cancellationToken, endOfCallSeconds: 5, session);
        using var call = await CarriedCall.PrepareAsync(stage, sound, FragmentsReady);
        call.Start(bridge);
        var began = Stopwatch.GetTimestamp();
        var cpu = 0.0;
        try
        {
            using var spoken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var speaking = call.SpeakAsync(spoken.Token);
            await WatchAsync(call, began, speaking, cancellationToken);
            await call.ExpectAsync(AllHeardAsync(stage, sound.Bytes, cancellationToken), Patience, cancellationToken);
            cpu = ProcessAccount.CpuSeconds(call.ProcessId);
            await speaking;
            await call.HangUpAsync(cancellationToken);
            Check(stage, sound);
        }
        catch (OperationCanceledException)
        {
            say("stopped before the call's end: what was measured so far counts");
        }

        var sessions = stage.Model.Streams.Count(static stream => stream.Bytes > 0);
        _samples.Summary =
            $"{Stopwatch.GetElapsedTime(began).TotalMinutes:0.0} minutes in {sessions} sessions of the model of {session.TotalSeconds:0} s at most{(cpu > 0 ? $", {cpu:0.0} s of CPU" : "")}.";
        return _samples;
    }

    private async Task WatchAsync(CarriedCall call, long began, Task speaking, CancellationToken cancellationToken)
    {
        var interval = length / Samples;
        interval = interval > ShortestInterval ? interval : ShortestInterval;
        using var ticks = new PeriodicTimer(interval);
        while (!speaking.IsCompleted && await ticks.WaitForNextTickAsync(cancellationToken))
        {
            var at = Stopwatch.GetElapsedTime(began);
            var id = call.ProcessId;
            if (!Directory.Exists($"/proc/{id}"))
            {
                return;
            }

            var rss = ProcessAccount.Memory(id).Rss;
            var (handles, threads) = (ProcessAccount.Handles(id), ProcessAccount.Threads(id));
            _samples.Add(at.TotalHours, rss, handles, threads);
            say($"{at.TotalMinutes, 6:0.0} min  RSS {rss:0.0} MiB, {handles} files and sockets, {threads} threads");
        }
    }

    private static async Task AllHeardAsync(Stage stage, long bytes, CancellationToken cancellationToken)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (stage.Model.Streams.Sum(static stream => stream.Bytes) < bytes)
        {
            await ticks.WaitForNextTickAsync(cancellationToken);
        }
    }

    private void Check(Stage stage, CallerSound sound)
    {
        using var heard = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var stream in stage.Model.Streams.Where(static s => s.Bytes > 0).OrderBy(static s => s.FirstHeardAt))
        {
            heard.AppendData(stream.HeardAudio);
        }

        if (Convert.ToHexStringLower(heard.GetHashAndReset()) != sound.Hash)
        {
            _samples.Faults.Add("The model's sessions did not hear each sample of the caller's once and in order.");
        }
    }
}
