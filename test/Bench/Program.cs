using System.CommandLine;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SonicBridge.Bench;
using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Lambdas;
using SonicBridge.Bench.Pages;
using SonicBridge.Bench.Parts;
using SonicBridge.Bench.Polls;
using SonicBridge.Bench.Soak;

if (args is [SoakCommand.Name, ..])
{
    return await SoakCommand.RunAsync(args);
}

if (args is [CallsCommand.Name or StartsCommand.Name or PollsCommand.Name or PagesCommand.Name or AllCommand.Name, ..])
{
    var root = new RootCommand("SonicBridge's benchmarks.")
    {
        CallsCommand.Create(),
        StartsCommand.Create(),
        PollsCommand.Create(),
        PagesCommand.Create(),
        AllCommand.Create(),
    };
    return await root.Parse(args).InvokeAsync();
}

// In one process: the generated projects of the default toolchain would be held to this repository's analyzers.
var config = DefaultConfig
    .Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .HideColumns(Column.Job, Column.Toolchain, Column.IterationCount, Column.LaunchCount, Column.WarmupCount);
BenchmarkSwitcher.FromAssembly(typeof(MkvReading).Assembly).Run(args, config);
return 0;
