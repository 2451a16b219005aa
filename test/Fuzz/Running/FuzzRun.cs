using SonicBridge.Fuzz.Coverage;
using SonicBridge.Fuzz.Mutation;
using SonicBridge.Fuzz.Targets;

namespace SonicBridge.Fuzz.Running;

/// <summary>
/// Makes inputs, has them read, and keeps those that took an edge that none before took, or took it more often. No clock
/// and no console: the same seed makes the same run.
/// </summary>
internal sealed class FuzzRun(IFuzzTarget target, EdgeMap edges, ulong seed)
{
    // Of two inputs the shorter one is mostly the better start; so are those found last.
    private const int NewestOneIn = 4;

    private readonly List<byte[]> _corpus = [];
    private readonly Dictionary<string, (Finding Finding, byte[] Input)> _findings = new(StringComparer.Ordinal);
    private readonly Chance _chance = new(seed);
    private readonly Draft _draft = new(target.LongestInput);
    private Mutator? _mutator;

    /// <summary>Inputs read.</summary>
    public long Inputs { get; private set; }

    public int Edges => edges.Edges;

    public int CorpusSize => _corpus.Count;

    /// <summary>One for each kind, with an input that shows it.</summary>
    public IReadOnlyCollection<(Finding Finding, byte[] Input)> Findings => _findings.Values;

    /// <summary>Told of each input before it is read.</summary>
    public InputReader? Reading { get; init; }

    /// <summary>Told of each input that showed something new.</summary>
    public Action<byte[]>? Kept { get; init; }

    /// <summary>Told of the first of each kind.</summary>
    public Action<Finding, byte[]>? Found { get; init; }

    /// <summary>Reads the inputs to begin with: twice, since what is only done once is no input's merit.</summary>
    public void Begin(IReadOnlyList<byte[]> seeds)
    {
        foreach (var input in seeds)
        {
            Read(input);
        }

        foreach (var input in seeds.Where(input => input.Length <= target.LongestInput))
        {
            edges.Clear();
            if (Read(input) & edges.TakeNews())
            {
                _corpus.Add(input);
            }
        }

        if (_corpus.Count == 0)
        {
            _corpus.Add([]);
        }

        _mutator = new Mutator(target.Dictionary, _chance, target.LongestInput);
    }

    /// <summary>Makes one input and reads it.</summary>
    public void Step()
    {
        _draft.Set(Choose());
        _mutator!.Change(_draft, _corpus[_chance.Below(_corpus.Count)]);
        edges.Clear();
        if (Read(_draft.Bytes) & edges.TakeNews())
        {
            var input = _draft.Bytes.ToArray();
            _corpus.Add(input);
            Kept?.Invoke(input);
        }
    }

    private byte[] Choose()
    {
        if (_chance.OneIn(NewestOneIn))
        {
            var newest = Math.Min(_corpus.Count, 64);
            return _corpus[^(1 + _chance.Below(newest))];
        }

        var (one, other) = (_corpus[_chance.Below(_corpus.Count)], _corpus[_chance.Below(_corpus.Count)]);
        return one.Length <= other.Length ? one : other;
    }

    /// <returns>Whether all was right: what breaks something is no start for others.</returns>
    private bool Read(ReadOnlySpan<byte> input)
    {
        Inputs++;
        Reading?.Invoke(input);
        if (Finding.Of(target, input) is not { } finding)
        {
            return true;
        }

        if (!_findings.ContainsKey(finding.Kind))
        {
            var shrunk = Shrinking.Of(target, input.ToArray(), finding);
            _findings.Add(finding.Kind, (finding, shrunk));
            Found?.Invoke(finding, shrunk);
        }

        return false;
    }
}

/// <summary>Looks at an input.</summary>
internal delegate void InputReader(ReadOnlySpan<byte> input);
