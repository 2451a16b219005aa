using SonicBridge.Fuzz.Coverage;
using SonicBridge.Fuzz.Targets;

namespace SonicBridge.Fuzz.Tests;

/// <summary>
/// A reader with a defect behind a word that no blind guess finds: each letter that is right takes an edge of its own.
/// </summary>
internal sealed class ALock(EdgeMap edges, string word) : IFuzzTarget
{
    public string Name => "lock";

    public string Oracle => "it never opens";

    public IReadOnlyDictionary<string, string[]> Code { get; } = new Dictionary<string, string[]>();

    public IReadOnlyList<byte[]> Dictionary => [];

    public int LongestInput => 32;

    /// <summary>What is read, for comparison of two runs.</summary>
    public List<byte[]> Read { get; } = [];

    public long MostAllocated(int length) => long.MaxValue;

    public IEnumerable<byte[]> Seeds(string repository) => [];

    public void Run(ReadOnlySpan<byte> input)
    {
        Read.Add(input.ToArray());
        for (var i = 0; i < word.Length; i++)
        {
            if (i >= input.Length || input[i] != word[i])
            {
                return;
            }

            edges.Hit(i);
        }

        throw new InvalidOperationException("It is open.");
    }
}
