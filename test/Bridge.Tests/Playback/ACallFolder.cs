using System.Collections.Concurrent;
using Amazon.S3.Model;
using SonicBridge.Bridge.Playback;
using SonicBridge.Contracts;
using SonicBridge.Testing;

namespace SonicBridge.Bridge.Tests.Playback;

/// <summary>A call's folder with an agent's voice that writes to it, and the flow's view of both.</summary>
internal sealed class ACallFolder : IDisposable
{
    private const int Arrivals = 60;

    private readonly TaskCompletionSource[] _arrivals =
    [
        .. Enumerable.Range(0, Arrivals).Select(_ => new TaskCompletionSource()),
    ];
    private readonly HashSet<int> _heldBack = [];
    private readonly ManualResetEventSlim _released = new();
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ACallFolder()
    {
        S3.Before = call =>
        {
            var number = Enumerable.Range(1, Arrivals).FirstOrDefault(i => IsPrompt(call, i));
            if (number > 0)
            {
                _arrivals[number - 1].TrySetResult();
            }

            if (_heldBack.Contains(number))
            {
                _released.Wait(TestContext.Current.CancellationToken);
            }
        };
    }

    public InMemoryS3 S3 { get; } = new();

    public CallFolder Folder { get; } = new("calls-bucket", ContactId.New());

    public CallStore Store => new(S3, Folder);

    public ConcurrentQueue<PromptEvent> Events { get; } = [];

    /// <summary>Lets S3 take its time with a prompt, until <see cref="Release"/>.</summary>
    public void HoldBack(int number) => _heldBack.Add(number);

    public void Release() => _released.Set();

    /// <summary>Done when a prompt's bytes have reached S3, which may still hold its answer back.</summary>
    public Task Arrival(int number) => _arrivals[number - 1].Task.WaitAsync(TestContext.Current.CancellationToken);

    public Task<AgentVoice> OpenAsync(int generation = 1) =>
        AgentVoice.OpenAsync(
            S3,
            Folder,
            generation,
            new AgentVoiceOptions { Observe = Note },
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );

    public async Task<Playlist> PlaylistAsync() =>
        (await Store.ReadAsync(CallFile.Playlist, TestContext.Current.CancellationToken))!.Value;

    /// <summary>The playlist, once a prompt of that number is playable.</summary>
    public async Task<Playlist> PlaylistWithAsync(int number)
    {
        await UntilAsync(e => e.Stage == PromptStage.Playable && e.Prompt.Number == number);
        return await PlaylistAsync();
    }

    /// <summary>Waits until something has become of a prompt.</summary>
    public async Task UntilAsync(Func<PromptEvent, bool> hasHappened)
    {
        while (true)
        {
            var next = _next.Task;
            if (Events.Any(hasHappened))
            {
                return;
            }

            await next.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task<byte[]> FileAsync(string name)
    {
        var request = new GetObjectRequest { BucketName = Folder.Bucket, Key = Folder.KeyOf(name) };
        using var response = await S3.GetObjectAsync(request, TestContext.Current.CancellationToken);
        using var body = new MemoryStream();
        await response.ResponseStream.CopyToAsync(body);
        return body.ToArray();
    }

    /// <summary>What a caller hears of the listed prompts: their samples, one after another.</summary>
    public async Task<byte[]> SoundAsync()
    {
        var sound = new List<byte>();
        foreach (var prompt in (await PlaylistAsync()).Prompts)
        {
            var file = await FileAsync(prompt.File!);
            var samples = BitConverter.ToInt32(file, WavFile.HeaderLength - 4);
            prompt.Milliseconds.ShouldBe((samples + 4) / 8);
            sound.AddRange(file.AsSpan(WavFile.HeaderLength, samples));
        }

        return [.. sound];
    }

    public static byte[] Encoded(byte[] pcm)
    {
        var encoded = new byte[pcm.Length / 2];
        MuLaw.Encode(pcm, encoded);
        return encoded;
    }

    private static bool IsPrompt(S3Call call, int number) =>
        call.Operation == "PutObject" && call.Key.EndsWith($"-{number:D4}.wav", StringComparison.Ordinal);

    private void Note(PromptEvent what)
    {
        Events.Enqueue(what);
        var happened = _next;
        _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        happened.SetResult();
    }

    public void Dispose()
    {
        _released.Set();
        S3.Dispose();
        _released.Dispose();
    }
}
