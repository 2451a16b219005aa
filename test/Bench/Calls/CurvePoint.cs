namespace SonicBridge.Bench.Calls;

/// <summary>So many calls at once, carried by one contender.</summary>
/// <param name="Contender">By its name.</param>
/// <param name="Calls">How many.</param>
/// <param name="Start">From the first process's start to the last call's first audio at the model, in milliseconds.</param>
/// <param name="StartCpu">What the processor worked for the start of each, in milliseconds.</param>
/// <param name="Memory">Of each, PSS, in MiB.</param>
/// <param name="MinuteCpu">What the processor works for a minute of each, past the start, in seconds.</param>
/// <param name="MedianLatency">Added to each block of audio, in milliseconds.</param>
/// <param name="TailLatency">The 99th percentile of the same.</param>
/// <param name="Altered">Callers of whom the model heard a sample too few, too many or wrong.</param>
internal sealed record CurvePoint(
    string Contender,
    int Calls,
    double Start,
    double StartCpu,
    double Memory,
    double MinuteCpu,
    double MedianLatency,
    double TailLatency,
    int Altered
);
