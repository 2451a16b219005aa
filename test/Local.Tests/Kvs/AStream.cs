using Microsoft.Extensions.Time.Testing;
using SonicBridge.Contracts;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.Kvs;

/// <summary>A Kinesis Video behind a front door, with a call in it.</summary>
internal sealed class AStream : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly AwsFrontDoor _door;
    private int _spoken;

    private AStream(AwsFrontDoor door, KvsStreams streams, FakeTimeProvider time, StreamingSettings settings)
    {
        _door = door;
        Streams = streams;
        Time = time;
        Run = streams.Start(Contact, settings);
    }

    public static ContactId Contact { get; } = ContactId.Parse("5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e");

    public KvsStreams Streams { get; }
    public FakeTimeProvider Time { get; }
    public StreamingRun Run { get; }
    public List<short> Spoken { get; } = [];
    public Uri Door => _door.Http;

    /// <summary>By default GetMedia ends when it has sent what is there.</summary>
    public static async Task<AStream> Start(StreamingSettings? layout = null, KvsSettings? settings = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 4, 5, 6, 7, 123, TimeSpan.Zero));
        var streams = new KvsStreams(time);
        settings ??= new KvsSettings { IdleLimit = TimeSpan.Zero };
        var door = await ADoor.With(new KvsService(streams, settings, time));
        return new AStream(door, streams, time, layout ?? new StreamingSettings());
    }

    /// <summary>Speaks blocks of samples that are all different, in time.</summary>
    public void Speak(int blocks, int samplesPerBlock = StreamingRun.BlockSamples)
    {
        for (var n = 0; n < blocks; n++)
        {
            Time.Advance(TimeSpan.FromMilliseconds(64));
            short[] block = [.. Enumerable.Range(_spoken, samplesPerBlock).Select(static i => (short)i)];
            _spoken += samplesPerBlock;
            Spoken.AddRange(block);
            Run.Add(block, [.. block.Select(static s => (short)-s)]);
        }
    }

    public Task<HttpResponseMessage> Post(string path, string json)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(json);
        var request = new HandSigner { Service = "kinesisvideo" }.Sign(new Uri(Door, path), body);
        return SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetMedia(string selector) =>
        Post("/getMedia", $$"""{"StreamARN":"{{Run.Stream.Arn}}","StartSelector":{{selector}}}""");

    public Task<HttpResponseMessage> GetMediaAfter(string number) =>
        GetMedia($$"""{"StartSelectorType":"FRAGMENT_NUMBER","AfterFragmentNumber":"{{number}}"}""");

    /// <summary>All fragments that a selector gives.</summary>
    public async Task<IReadOnlyList<MkvDocument>> Read(string selector)
    {
        using var response = await GetMedia(selector);
        response.EnsureSuccessStatusCode();
        return MkvWalk.Read(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _door.DisposeAsync();
    }
}
