namespace SonicBridge.Fuzz.Targets;

/// <summary>One kind of input that comes from outside, and what has to hold whatever it is.</summary>
internal interface IFuzzTarget
{
    /// <summary>As the command line and the corpus's folder name it.</summary>
    string Name { get; }

    /// <summary>What is held, in a line for <c>--help</c>.</summary>
    string Oracle { get; }

    /// <summary>The assemblies' simple names, and the beginnings of the full names of the types whose edges count.</summary>
    IReadOnlyDictionary<string, string[]> Code { get; }

    /// <summary>Words of the format, which chance would take long to find.</summary>
    IReadOnlyList<byte[]> Dictionary { get; }

    /// <summary>The longest input that is made.</summary>
    int LongestInput { get; }

    /// <summary>How much may be allocated for an input of a length, in bytes.</summary>
    long MostAllocated(int length);

    /// <summary>Inputs to begin with besides the corpus's files: those of the repository itself.</summary>
    IEnumerable<byte[]> Seeds(string repository);

    /// <summary>Reads an input.</summary>
    /// <exception cref="OracleException">What has to hold does not.</exception>
    void Run(ReadOnlySpan<byte> input);
}
