namespace SonicBridge.Bench.Lambdas;

/// <summary>What <c>starts</c> measured.</summary>
/// <param name="Machine">Where, and when.</param>
/// <param name="Times">How often each was started.</param>
/// <param name="StepsMebibytes">The functions' executable.</param>
/// <param name="PackageMebibytes">The same as it is uploaded: a zip.</param>
/// <param name="BridgeMebibytes">The bridge's executable.</param>
/// <param name="Rows">Each function, the Node.js function, and both bridges.</param>
internal sealed record StartsResult(
    string Machine,
    int Times,
    double StepsMebibytes,
    double PackageMebibytes,
    double BridgeMebibytes,
    IReadOnlyList<StartRow> Rows
);

/// <summary>How one program starts; times in milliseconds, memory in MiB.</summary>
/// <param name="Name">Of the function or the contender.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Init">Median time until it asked for its first event.</param>
/// <param name="Median">Median time until its first answer, or the bridge's first audio.</param>
/// <param name="Tail">The 95th percentile of that.</param>
/// <param name="Cpu">Median of what the processor worked for it by then.</param>
/// <param name="Peak">The most memory by then.</param>
/// <param name="Failed">Whether that first answer was an error.</param>
/// <param name="MemorySize">The function's setting, in MB.</param>
/// <param name="Timeout">The function's setting, in seconds.</param>
/// <param name="WorkPeak">The most memory in a whole migration, its rollback and their calls; null when that was not measured.</param>
internal sealed record StartRow(
    string Name,
    StartKind Kind,
    double? Init,
    double Median,
    double Tail,
    double Cpu,
    double Peak,
    bool Failed = false,
    int MemorySize = 0,
    int Timeout = 0,
    double? WorkPeak = null
);

/// <summary>What is started.</summary>
internal enum StartKind
{
    /// <summary>A function that a call needs.</summary>
    CallFunction,

    /// <summary>A function of the migration.</summary>
    MigrationFunction,

    /// <summary>A function in Node.js.</summary>
    NodeFunction,

    /// <summary>The bridge.</summary>
    Bridge,

    /// <summary>The bridge in Node.js.</summary>
    NodeBridge,
}
