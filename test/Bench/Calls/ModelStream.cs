using SonicBridge.Local.Sonic;

namespace SonicBridge.Bench.Calls;

/// <summary>One stream at the simulated model. Times are ticks of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
internal sealed class ModelStream(SonicSession session)
{
    private readonly List<Progress> _heard = [];
    private readonly List<List<Progress>> _answers = [];
    private long _bytes;

    /// <summary>SHA-256 of all that was heard.</summary>
    public string HeardHash => session.HeardHash;

    /// <summary>All that was heard.</summary>
    public byte[] HeardAudio => session.HeardAudio;

    /// <summary>How much was heard.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>When the first audio came.</summary>
    public long FirstHeardAt => _heard[0].At;

    /// <summary>Each audioInput, with the bytes heard up to its end.</summary>
    public IReadOnlyList<Progress> Blocks => _heard;

    /// <summary>Each answer's audioOutputs, with the ticks of sound sent up to the end of each.</summary>
    public IReadOnlyList<IReadOnlyList<Progress>> Answers => _answers;

    public void Hear(long at, int bytes)
    {
        Volatile.Write(ref _bytes, _bytes + bytes);
        _heard.Add(new Progress(at, _bytes));
    }

    public void BeginAnswer() => _answers.Add([]);

    public void Speak(long at, TimeSpan length)
    {
        var answer = _answers[^1];
        answer.Add(new Progress(at, (answer.Count == 0 ? 0 : answer[^1].Through) + length.Ticks));
    }
}

/// <param name="At">When.</param>
/// <param name="Through">How far it was by then.</param>
internal readonly record struct Progress(long At, long Through);
