using SonicBridge.Fuzz.Targets;

namespace SonicBridge.Fuzz.Tests;

/// <summary>A reader that takes far more memory for a long input than it may.</summary>
internal sealed class AGlutton : IFuzzTarget
{
    private byte[] _taken = [];

    public string Name => "glutton";

    public string Oracle => "it is modest";

    public IReadOnlyDictionary<string, string[]> Code { get; } = new Dictionary<string, string[]>();

    public IReadOnlyList<byte[]> Dictionary => [];

    public int LongestInput => 32;

    public long MostAllocated(int length) => 10_000;

    public IEnumerable<byte[]> Seeds(string repository) => [_taken];

    public void Run(ReadOnlySpan<byte> input) => _taken = new byte[input.Length > 8 ? 100_000 : 100];
}
