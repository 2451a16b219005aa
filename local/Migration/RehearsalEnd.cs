namespace SonicBridge.Local.Migration;

/// <summary>What a rehearsal came to.</summary>
/// <param name="Code">Of the command: 0 only when all went as it should.</param>
/// <param name="Sentence">For its last line.</param>
public sealed record RehearsalEnd(int Code, string Sentence)
{
    /// <summary>All went as it should.</summary>
    public const int Well = 0;

    /// <summary>Something did not.</summary>
    public const int NotAsExpected = 1;

    /// <summary>It could not be done: the input, or this machine.</summary>
    public const int CannotRun = 2;
}
