using SonicBridge.Steps.Diagnose;

namespace SonicBridge.Steps.Tests.Diagnose;

public sealed class LambdaRulesTests
{
    [Fact]
    public void A_deployment_and_a_call_that_are_well_give_no_finding()
    {
        LambdaRules.Judge(Seen.Well).ShouldBeEmpty();
        LambdaRules.Judge(Seen.WellCall).ShouldBeEmpty();
        LambdaRules
            .Judge(Seen.Well with { Functions = [new FunctionState("next-prompt", "Inactive", null, null)] })
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "There is no function next-prompt", "Deploy")]
    [InlineData("Failed", "cannot be invoked", "Deploy")]
    [InlineData("Pending", "cannot be invoked", "Wait")]
    public void A_function_that_cannot_be_invoked_is_found(string? state, string cause, string mend)
    {
        var found = Only(Seen.Well with { Functions = [new FunctionState("next-prompt", state, "Why.", null)] });

        found.Cause.ShouldContain(cause);
        found.Mend.ShouldContain(mend);
    }

    [Fact]
    public void A_function_that_points_elsewhere_is_found() =>
        Only(Seen.Well with { Functions = [new FunctionState("launch-bridge", "Active", null, "It has A=b.")] })
            .Evidence.ShouldBe("It has A=b.");

    [Fact]
    public void A_call_of_which_there_is_nothing_was_not_started() =>
        Only(Seen.WellCall with { Call = new CallTrace(false, null, null, null) })
            .Cause.ShouldContain("was not invoked");

    [Fact]
    public void A_call_without_an_execution_was_begun_only() =>
        Only(Seen.WellCall with { Call = new CallTrace(true, null, null, null) })
            .Mend.ShouldContain("states:StartExecution");

    [Theory]
    [InlineData("Lambda.TooManyRequestsException: Rate Exceeded.", "concurrency")]
    [InlineData("Lambda.ResourceNotFoundException: Function not found.", "no function")]
    [InlineData("Sandbox.Timedout: Task timed out after 10 s.", "within its time")]
    [InlineData("Runtime.ExitError: signal: killed", "process")]
    [InlineData("AmazonS3Exception: AccessDenied", "role")]
    [InlineData("AmazonS3Exception: SlowDown", "slows")]
    [InlineData("SomethingElse: …", "launch-bridge failed")]
    public void An_invocation_that_failed_is_explained(string detail, string cause)
    {
        var found = Only(Seen.Failed(detail));

        found.Cause.ShouldContain(cause);
        found.Evidence.ShouldBe(detail);
    }

    [Theory]
    [InlineData("BridgeHasNoRoom: RESOURCE:CPU.")]
    [InlineData("BridgeNotLaunched: MISSING.")]
    [InlineData("BridgeStopped: killed.")]
    [InlineData("States.HeartbeatTimeout: none.")]
    [InlineData("The model ended the session.")]
    public void What_befell_the_bridge_is_no_matter_of_the_function(string detail) =>
        LambdaRules.Judge(Seen.Failed(detail)).ShouldBeEmpty();

    [Fact]
    public void Errors_that_functions_logged_are_found()
    {
        var found = Only(Seen.Well.Logged("/aws/lambda/next-prompt", "It broke."));

        found.Cause.ShouldBe("The function next-prompt logged an error.");
        LambdaRules.Judge(Seen.Well.Logged("/ecs/nova-sonic-bridge", "It broke.")).ShouldBeEmpty();
    }

    private static Finding Only(Evidence seen)
    {
        var found = LambdaRules.Judge(seen).ShouldHaveSingleItem();
        found.Area.ShouldBe("lambda");
        return found;
    }
}
