namespace SonicBridge.Local.Audio;

/// <summary>
/// What a recording in Connect would hold: both voices on one time axis, each sample where it was really spoken or heard.
/// </summary>
public sealed class CallRecording
{
    private readonly Lock _lock = new();
    private short[] _caller = new short[Telephone.Hertz * 60];
    private short[] _agent = new short[Telephone.Hertz * 60];
    private int _callerLength;
    private int _agentLength;

    /// <summary>What the caller said, from the start of the call.</summary>
    public short[] Caller
    {
        get
        {
            lock (_lock)
            {
                return _caller[.._callerLength];
            }
        }
    }

    /// <summary>What the caller heard, from the start of the call.</summary>
    public short[] Agent
    {
        get
        {
            lock (_lock)
            {
                return _agent[.._agentLength];
            }
        }
    }

    /// <summary>Adds what the caller said next.</summary>
    public void AddCaller(ReadOnlySpan<short> samples)
    {
        lock (_lock)
        {
            Place(samples, _callerLength, ref _caller, ref _callerLength);
        }
    }

    /// <summary>Adds what the caller heard from a time on. Two sounds at one time would be heard together: they are added.</summary>
    /// <param name="at">From the start of the call.</param>
    public void AddAgent(ReadOnlySpan<short> samples, TimeSpan at)
    {
        lock (_lock)
        {
            Place(samples, checked((int)Telephone.SamplesIn(at)), ref _agent, ref _agentLength);
        }
    }

    /// <summary>Reads what the caller hears from a time on; silence where nothing is.</summary>
    public void ReadAgent(Span<short> samples, TimeSpan at)
    {
        lock (_lock)
        {
            samples.Clear();
            var start = (int)Math.Min(Telephone.SamplesIn(at), _agentLength);
            var known = _agent.AsSpan(start, Math.Min(samples.Length, _agentLength - start));
            known.CopyTo(samples);
        }
    }

    /// <summary>Takes back what would have been heard from a time on: the call is over.</summary>
    public void CutAgent(TimeSpan at)
    {
        lock (_lock)
        {
            var end = (int)Math.Min(Telephone.SamplesIn(at), _agentLength);
            Array.Clear(_agent, end, _agentLength - end);
            _agentLength = end;
        }
    }

    /// <summary>Writes <c>caller.wav</c>, <c>agent.wav</c> and <c>mix.wav</c> (left the caller, right the agent).</summary>
    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var (caller, agent) = (Caller, Agent);
        var length = Math.Max(caller.Length, agent.Length);
        Array.Resize(ref caller, length);
        Array.Resize(ref agent, length);
        await File.WriteAllBytesAsync(Path.Join(folder, "caller.wav"), WavWriter.Mono(caller), cancellationToken);
        await File.WriteAllBytesAsync(Path.Join(folder, "agent.wav"), WavWriter.Mono(agent), cancellationToken);
        await File.WriteAllBytesAsync(Path.Join(folder, "mix.wav"), WavWriter.Stereo(caller, agent), cancellationToken);
    }

    private static void Place(ReadOnlySpan<short> samples, int at, ref short[] track, ref int length)
    {
        var end = at + samples.Length;
        if (end > track.Length)
        {
            Array.Resize(ref track, Math.Max(end, track.Length * 2));
        }

        for (var i = 0; i < samples.Length; i++)
        {
            track[at + i] = (short)Math.Clamp(track[at + i] + samples[i], short.MinValue, short.MaxValue);
        }

        length = Math.Max(length, end);
    }
}
