using Amazon.StepFunctions.Model;
using SonicBridge.Steps.Report;

namespace SonicBridge.Steps.Tests.Report;

public sealed class ExecutionStepsTests
{
    private static readonly DateTime s_start = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    private static HistoryEvent Event(long id, long previous, double seconds) =>
        new()
        {
            Id = id,
            PreviousEventId = previous,
            Timestamp = s_start.AddSeconds(seconds),
        };

    private static HistoryEvent Entered(long id, long previous, double seconds, string state)
    {
        var entered = Event(id, previous, seconds);
        entered.StateEnteredEventDetails = new StateEnteredEventDetails { Name = state };
        return entered;
    }

    private static HistoryEvent Exited(long id, long previous, double seconds, string state)
    {
        var exited = Event(id, previous, seconds);
        exited.StateExitedEventDetails = new StateExitedEventDetails { Name = state };
        return exited;
    }

    private static HistoryEvent Succeeded(long id, long previous, double seconds, string output)
    {
        var succeeded = Event(id, previous, seconds);
        succeeded.TaskSucceededEventDetails = new TaskSucceededEventDetails { Output = output };
        return succeeded;
    }

    [Fact]
    public void A_step_has_its_time_and_what_its_function_said()
    {
        var steps = ExecutionSteps.Of([
            Event(1, 0, 0),
            Entered(2, 0, 0, "Preflight"),
            Event(3, 2, 0.1),
            Succeeded(4, 3, 1.4, """{"Payload":{"done":"Checked."}}"""),
            Exited(5, 4, 1.5, "Preflight"),
        ]);

        steps.ShouldBe([new ReportedStep("Preflight", new DateTimeOffset(s_start), 1.5, "Checked.")]);
    }

    [Fact]
    public void Branches_that_run_at_once_keep_their_own_times()
    {
        var steps = ExecutionSteps.Of([
            Entered(1, 0, 0, "Both"),
            Entered(2, 1, 0, "Left"),
            Entered(3, 1, 0, "Right"),
            Exited(4, 3, 1, "Right"),
            Exited(5, 2, 2, "Left"),
            Exited(6, 1, 2, "Both"),
        ]);

        steps.Select(step => (step.State, step.Seconds)).ShouldBe([("Both", 2.0), ("Left", 2.0), ("Right", 1.0)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[1]")]
    [InlineData("""{"Payload":{"done":7}}""")]
    public void An_answer_that_says_nothing_leaves_no_note(string output)
    {
        var steps = ExecutionSteps.Of([Entered(1, 0, 0, "A"), Succeeded(2, 1, 1, output)]);

        steps.ShouldHaveSingleItem().Note.ShouldBeNull();
        steps[0].Seconds.ShouldBeNull();
    }
}
