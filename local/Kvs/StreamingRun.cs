using System.Runtime.InteropServices;
using SonicBridge.Contracts;
using SonicBridge.Local.Audio;

namespace SonicBridge.Local.Kvs;

/// <summary>
/// One run of Connect's media streaming: takes both voices in blocks of 64 ms, and adds each fragment to the stream when
/// it is whole. Silence is voice too: blocks come all the time.
/// </summary>
public sealed class StreamingRun
{
    /// <summary>Samples in a block: 1024 bytes, 64 ms.</summary>
    public const int BlockSamples = 512;

    private readonly KvsStream _stream;
    private readonly StreamingSettings _settings;
    private readonly TimeProvider _time;
    private readonly Action<KvsStream> _free;
    private readonly FragmentDocument _document;
    private readonly Lock _lock = new();
    private readonly List<Block> _blocks = [];
    private string _number;
    private long _samples;
    private long _fragmentSamples;
    private long _receivedAt;
    private bool _stopped;

    internal StreamingRun(
        KvsStream stream,
        ContactId contact,
        StreamingSettings settings,
        TimeProvider time,
        Action<KvsStream> free
    )
    {
        _stream = stream;
        _settings = settings;
        _time = time;
        _free = free;
        _document = new FragmentDocument(contact, Guid.NewGuid(), settings);
        StartedAt = time.GetUtcNow().ToUnixTimeMilliseconds();
        StartFragmentNumber = _number = stream.NextNumber(StartedAt);
    }

    public KvsStream Stream => _stream;

    /// <summary>The number that the first fragment will have.</summary>
    public string StartFragmentNumber { get; }

    /// <summary>When the first sample was spoken, in Unix milliseconds.</summary>
    public long StartedAt { get; }

    /// <summary>Adds what was spoken next: a block of up to 64 ms.</summary>
    /// <param name="caller">What the caller said.</param>
    /// <param name="agent">What the caller heard meanwhile: as much, or nothing where one track is written.</param>
    public void Add(ReadOnlySpan<short> caller, ReadOnlySpan<short> agent)
    {
        lock (_lock)
        {
            if (_stopped)
            {
                return;
            }

            var at = StartedAt + (_samples * 1000 / Telephone.Hertz);
            _receivedAt = _blocks.Count == 0 ? _time.GetUtcNow().ToUnixTimeMilliseconds() : _receivedAt;
            _blocks.Add(new Block(_document.CallerTrack, at, MemoryMarshal.AsBytes(caller).ToArray()));
            if (_settings.BothTracks)
            {
                _blocks.Add(new Block(_document.AgentTrack, at, MemoryMarshal.AsBytes(agent).ToArray()));
            }

            _samples += caller.Length;
            _fragmentSamples += caller.Length;
            if (_fragmentSamples >= (long)_settings.BlocksPerFragment * BlockSamples)
            {
                Complete(tagged: true);
                _number = _stream.NextNumber(StartedAt + (_samples * 1000 / Telephone.Hertz));
            }
        }
    }

    /// <summary>Ends the run: what is left becomes a last, shorter fragment, and the stream is free for another call.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            if (_stopped)
            {
                return;
            }

            _stopped = true;
            if (_blocks.Count > 0)
            {
                Complete(tagged: !_settings.UntaggedTail);
            }
        }

        _free(_stream);
    }

    private void Complete(bool tagged)
    {
        var producedAt = _blocks[0].Time;
        var bytes = _document.Write(_number, producedAt, _receivedAt, _blocks, tagged);
        var duration = Telephone.DurationOf(_fragmentSamples);
        _blocks.Clear();
        _fragmentSamples = 0;
        _stream.Add(new Fragment(_number, producedAt, _receivedAt, duration, bytes));
    }
}
