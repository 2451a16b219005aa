using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.TestUtilities;
using SonicBridge.Steps.Report;

namespace SonicBridge.Steps.Tests.Report;

public sealed class FailureStoryTests
{
    private static string Tell(JsonObject failure) => FailureStory.Tell(JsonElement.Parse(failure.ToJsonString()));

    private static JsonObject Of(string error, string cause) => new() { ["Error"] = error, ["Cause"] = cause };

    private static JsonObject Nested(JsonObject inner)
    {
        var description = (JsonObject)inner.DeepClone();
        description["ExecutionArn"] = "arn:aws:states:us-east-1:123456789012:execution:nova-sonic-verify:x";
        return Of("States.TaskFailed", description.ToJsonString());
    }

    private static JsonObject FromLambda(string message) =>
        Of("MigrationRefused", new JsonObject { ["errorMessage"] = message }.ToJsonString());

    [Fact]
    public void A_functions_own_sentence_is_told() => Tell(FromLambda("No image.")).ShouldBe("No image.");

    [Fact]
    public void A_nested_executions_cause_is_followed_to_its_beginning() =>
        Tell(Nested(Nested(FromLambda("No room.")))).ShouldBe("No room.");

    [Fact]
    public void A_machines_own_explanation_is_not_explained_again() =>
        Tell(Nested(Of("NotVerified", "The cluster has no room."))).ShouldBe("The cluster has no room.");

    [Fact]
    public async Task A_state_machine_gets_a_sentence_without_stack_and_paths()
    {
        var thrown = new JsonObject
        {
            ["errorType"] = "MigrationRefused",
            ["errorMessage"] = "There is no image 7: push it.",
            ["stackTrace"] = new JsonArray("at X in /src/Steps/X.cs:line 7"),
        };
        var explained = await new ExplainFailureFunction().ExplainFailure(
            new FailureToExplain(JsonElement.Parse(Of("MigrationRefused", thrown.ToJsonString()).ToJsonString())),
            new TestLambdaContext()
        );

        explained.Cause.ShouldBe("There is no image 7: push it.");
    }

    [Theory]
    [InlineData("""{"Error":"States.Timeout"}""", "States.Timeout: a step did not answer")]
    [InlineData("""{"Error":"Lambda.Unknown","Cause":""}""", "Lambda.Unknown: no cause")]
    [InlineData("{}", "Unknown: no cause")]
    [InlineData("\"text\"", "Unknown: no cause")]
    public void Whatever_a_state_machine_caught_has_a_sentence(string failure, string sentence) =>
        FailureStory.Tell(JsonElement.Parse(failure)).ShouldStartWith(sentence);

    [Fact]
    public void A_step_that_took_too_long_is_not_taken_for_a_bridge() =>
        Tell(Nested(new JsonObject { ["Error"] = "States.Timeout" }))
            .ShouldStartWith("States.Timeout: a step did not answer in its time");

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("plain words")]
    public void Another_cause_is_told_as_it_is(string cause) => Tell(Of("X", cause)).ShouldStartWith("X: ");
}
