using SonicBridge.Contracts;
using SonicBridge.Local.Call;
using SonicBridge.Local.Connect;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Script;
using SonicBridge.Local.Sonic;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.EndToEnd;

/// <summary>
/// <c>--bedrock aws</c> up to the wire: a second front door is the AWS that the bridge reaches with the user's own key,
/// in a region of its own, while all else stays behind the first.
/// </summary>
public sealed class RealModelTests
{
    private static readonly ClientKey s_key = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/EXAMPLEKEY", "eu-north-1");

    private static Scenario AStranger() => Scenario.OfUnknown(ACall.Sentence.Samples, ScenarioFile.LoadOtherwise());

    private static RealModel At(AwsFrontDoor aws) => new(s_key, "a-session-token", aws.Http2);

    [Fact]
    public async Task The_bridge_speaks_with_Bedrock_by_the_users_key_and_with_all_else_locally()
    {
        var opened = 0;
        var sonic = new SonicService(
            new ScriptedAgent(AStranger()),
            new SonicLimits(),
            TimeProvider.System,
            news => opened += news is SonicNews.Opened ? 1 : 0
        );
        await using var aws = await ADoor.With(new FrontDoorOptions { GuestKey = s_key }, sonic);
        await using var call = await ACall.With(AStranger(), At(aws));

        var result = await call.Place();

        result.Outcome!.Ending.ShouldBe(CallEnding.CallerHungUp);
        opened.ShouldBe(1);
        call.Sessions.ShouldBeEmpty();
        result.Turns.ShouldBeGreaterThan(0);
        call.Run.Line.Recording.Agent.ShouldContain(sample => Math.Abs((int)sample) > 3000);
    }

    [Fact]
    public async Task A_key_without_access_is_named_as_the_cause_and_the_caller_reaches_a_person()
    {
        await using var aws = await ADoor.With(
            new ServiceOf(
                "bedrock",
                _ => throw new InvalidOperationException("Nobody comes in with a key that is not known.")
            )
        );
        await using var call = await ACall.With(AStranger(), At(aws));

        var result = await call.Place();

        result.Outcome!.Ending.ShouldBe(CallEnding.Failed);
        result.Outcome.Detail.ShouldNotBeNull().ShouldContain("The model may not be used");
        result.Flow.ShouldBe(FlowEnding.TransferredToQueue);
    }
}
