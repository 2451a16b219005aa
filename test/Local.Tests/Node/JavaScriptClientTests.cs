using SonicBridge.Local.Ecs;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.S3;
using SonicBridge.Local.StepFunctions.Running;
using SonicBridge.Local.StepFunctions.Service;
using SonicBridge.Local.Tests.Ecs;
using SonicBridge.Local.Tests.FrontDoor;
using SonicBridge.Local.Tests.Processes;

namespace SonicBridge.Local.Tests.Node;

/// <summary>The services behind the front door as AWS's JavaScript clients find them.</summary>
public sealed class JavaScriptClientTests
{
    [Fact]
    public async Task S3_serves_the_JavaScript_client()
    {
        var clock = TimeProvider.System;
        await using var door = await ADoor.With(new S3Service(new S3Store(clock), clock));

        await NodeScript.RunAsync("s3.test.mjs", door.ProductEnvironment);
    }

    [Fact]
    public async Task Lambda_serves_the_JavaScript_client()
    {
        var function = new FunctionDefinition
        {
            Name = "next-prompt",
            Executable = Probe.Executable,
            Timeout = TimeSpan.FromSeconds(8),
            Memory = 256,
        };
        await using var lambda = new LambdaService(
            [function],
            new Dictionary<string, string>(),
            TimeProvider.System,
            static _ => { }
        );
        await using var door = await ADoor.With(lambda);

        await NodeScript.RunAsync("lambda.test.mjs", door.ProductEnvironment);
    }

    [Fact]
    public async Task Ecs_serves_the_JavaScript_client()
    {
        var options = new EcsOptions { Executables = new Dictionary<string, string> { ["bridge"] = Probe.Executable } };
        await using var ecs = new EcsService(options, TimeProvider.System, static _ => { }, static _ => { });
        ecs.Register(AnEcs.Definition(""));
        await using var door = await ADoor.With(ecs);

        await NodeScript.RunAsync("ecs.test.mjs", door.ProductEnvironment);
    }

    [Fact]
    public async Task Step_Functions_serves_the_JavaScript_client()
    {
        var machines = new StateMachines([], TimeProvider.System, new Random());
        await using var door = await ADoor.With(new StepFunctionsService(machines));

        await NodeScript.RunAsync("sfn.test.mjs", door.ProductEnvironment);
    }
}
