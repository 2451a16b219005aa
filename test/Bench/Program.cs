using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Parts;
using SonicBridge.Bench.Soak;

if (args is [CallsCommand.Name, ..])
{
    return await CallsCommand.RunAsync(args);
}

if (args is [SoakCommand.Name, ..])
{
    return await SoakCommand.RunAsync(args);
}

// In one process: the generated projects of the default toolchain would be held to this repository's analyzers.
var config = DefaultConfig
    .Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .HideColumns(Column.Job, Column.Toolchain, Column.IterationCount, Column.LaunchCount, Column.WarmupCount);
BenchmarkSwitcher.FromAssembly(typeof(MkvReading).Assembly).Run(args, config);
return 0;
