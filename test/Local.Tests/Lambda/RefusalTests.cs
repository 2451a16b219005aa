using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.Lambda;

public sealed class RefusalTests
{
    [Fact]
    public async Task Function_that_is_not_there_fails_its_state_by_the_name_that_a_retry_can_catch()
    {
        await using var lambda = new LambdaService(
            [],
            new Dictionary<string, string>(),
            TimeProvider.System,
            static _ => { }
        );
        var call = new TaskCall(
            TaskResource.Parse("arn:aws:states:::lambda:invoke"),
            new JsonObject { ["FunctionName"] = LocalAccount.Arn("lambda", "function:none") },
            LocalAccount.Arn("states", "execution:call:1"),
            static _ => { }
        );

        var failure = await Should.ThrowAsync<StateFailedException>(() =>
            new LambdaIntegration(lambda).CallAsync(call, TestContext.Current.CancellationToken)
        );

        failure.Error.ShouldBe("Lambda.ResourceNotFoundException");
    }
}
