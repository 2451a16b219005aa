using SonicBridge.Contracts;
using SonicBridge.Local.Migration;

namespace SonicBridge.Local.Tests.Migration;

public sealed class RehearsedCallTests
{
    [Fact]
    public void A_call_the_old_way_says_that_the_caller_heard_no_answer()
    {
        var call = ACall(CallWay.Fargate);

        call.Sentence.ShouldStartWith(
            "Call after lunch: the old way, to the simulated Fargate task; the caller heard no"
        );
        call.Sentence.ShouldEndWith("(12.3 s).");
        call.IsGood(CallWay.Fargate).ShouldBeTrue();
        call.IsGood(CallWay.Ec2).ShouldBeFalse();
    }

    [Fact]
    public void A_call_the_new_way_is_good_when_it_was_answered_and_ended_by_the_caller()
    {
        var call = ACall(CallWay.Ec2) with { Answers = 1, Ending = CallEnding.CallerHungUp };

        call.Sentence.ShouldContain("the caller was answered and the outcome is CallerHungUp");
        call.IsGood(CallWay.Ec2).ShouldBeTrue();
        (call with { Answers = 0 }).IsGood(CallWay.Ec2).ShouldBeFalse();
        (call with { Ending = CallEnding.Failed }).IsGood(CallWay.Ec2).ShouldBeFalse();
        (call with { Ending = null }).Sentence.ShouldContain("no outcome is recorded");
    }

    [Fact]
    public void A_call_whose_function_failed_says_why_and_is_not_good()
    {
        var call = ACall(CallWay.Fargate) with { Failure = "It does not support FARGATE." };

        call.Sentence.ShouldContain("invoke-fargate-task failed: It does not support FARGATE.");
        call.IsGood(CallWay.Fargate).ShouldBeFalse();
        ACall(CallWay.None).IsGood(CallWay.Fargate).ShouldBeFalse();
    }

    private static RehearsedCall ACall(CallWay way) =>
        new("after lunch", way, null, 0, null, TimeSpan.FromSeconds(12.3));
}
