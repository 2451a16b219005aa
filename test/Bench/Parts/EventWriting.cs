using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using BenchmarkDotNet.Attributes;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bench.Parts;

/// <summary>One block of 1,024 bytes as the model's audioInput event.</summary>
[MemoryDiagnoser]
public partial class EventWriting : IDisposable
{
    private const string Prompt = "0b3c9d3e-5f0a-4b6e-9a51-0d7d4b1f6c11";
    private const string Content = "1d5f2c40-7a8b-4c9d-8e0f-112233445566";

    private readonly byte[] _pcm = new byte[1024];
    private readonly InputEvent _event = new();

    public EventWriting() => new Random(1).NextBytes(_pcm);

    /// <summary>Records and base64 text, through the serializer's generated code.</summary>
    [Benchmark(Baseline = true)]
    public byte[] SerializerPeer() =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Envelope(new EventOf(new AudioInput(Prompt, Content, Convert.ToBase64String(_pcm)))),
            PeerJson.Default.Envelope
        );

    [Benchmark]
    public long SonicEventWriter()
    {
        var json = _event.Begin();
        Bridge.Sonic.SonicEventWriter.AudioInput(json, Prompt, Content, new ReadOnlySequence<byte>(_pcm));
        json.Flush();
        return json.BytesCommitted;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _event.Dispose();
        GC.SuppressFinalize(this);
    }

    internal sealed record Envelope(EventOf Event);

    internal sealed record EventOf(AudioInput AudioInput);

    internal sealed record AudioInput(string PromptName, string ContentName, string Content);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Envelope))]
    internal sealed partial class PeerJson : JsonSerializerContext;
}
