using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Tests.Call;

/// <summary>What next-prompt makes of the call's execution.</summary>
public sealed class NextPromptExecutionTests : AnAskedCall
{
    [Theory]
    [InlineData("FAILED")]
    [InlineData("ABORTED")]
    [InlineData("TIMED_OUT")]
    [InlineData("SUCCEEDED")]
    public async Task An_execution_that_ended_without_an_outcome_hands_the_caller_to_a_person_within_half_a_minute(
        string status
    )
    {
        WritePlaylist(1);
        (await AskAsync()).ShouldBe(Play(1));
        _stepFunctions.Status = status;

        var (answer, after) = await LoopAsync(TimeSpan.FromMinutes(5));

        answer.Action.ShouldBe(FlowStep.Transfer);
        after.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        _stepFunctions
            .Described[^1]
            .ExecutionArn.ShouldBe($"arn:aws:states:eu-west-2:111122223333:execution:call:{ACall.Id}");
    }

    [Fact]
    public async Task An_execution_that_ended_before_the_agents_first_word_is_known_after_one_hold()
    {
        _stepFunctions.Status = ExecutionStatus.FAILED;

        var (answer, after) = await LoopAsync(TimeSpan.FromMinutes(5));

        answer.Action.ShouldBe(FlowStep.Transfer);
        after.ShouldBeLessThan(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task An_execution_that_nobody_knows_hands_the_caller_to_a_person()
    {
        _stepFunctions.Before = () => throw new ExecutionDoesNotExistException("Execution Does Not Exist");

        (await LoopAsync(TimeSpan.FromMinutes(5))).Answer.Action.ShouldBe(FlowStep.Transfer);
    }

    [Fact]
    public async Task An_execution_that_lives_keeps_a_silent_caller()
    {
        WritePlaylist(0);

        var (answer, after) = await LoopAsync(TimeSpan.FromMinutes(5));

        answer.Action.ShouldBe(FlowStep.Wait);
        after.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Step_Functions_is_not_asked_while_prompts_come()
    {
        WritePlaylist(1);
        (await AskAsync()).ShouldBe(Play(1));

        await LoopAsync(TimeSpan.FromSeconds(13));
        _stepFunctions.Described.ShouldBeEmpty();

        await LoopAsync(TimeSpan.FromSeconds(6));
        _stepFunctions.Described.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_Step_Functions_that_does_not_answer_keeps_the_call()
    {
        WritePlaylist(0);
        _stepFunctions.Status = ExecutionStatus.FAILED;
        _stepFunctions.Before = () => throw new AmazonStepFunctionsException("Rate exceeded");

        (await LoopAsync(TimeSpan.FromMinutes(1))).Answer.Action.ShouldBe(FlowStep.Wait);
    }

    [Fact]
    public async Task What_was_left_just_before_the_end_is_played_and_obeyed()
    {
        WritePlaylist(0);
        _stepFunctions.Status = ExecutionStatus.SUCCEEDED;
        _stepFunctions.Before = () =>
        {
            WritePlaylist(1, FlowStep.End);
            WriteOutcome(FlowStep.End);
        };

        (await LoopAsync(TimeSpan.FromMinutes(1))).Answer.ShouldBe(Play(1));
        (await AskAsync()).Action.ShouldBe(FlowStep.End);
    }
}
