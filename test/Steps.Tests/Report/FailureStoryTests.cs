using System.Text.Json;
using System.Text.Json.Nodes;
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
    public void A_functions_own_sentence_is_told() =>
        Tell(FromLambda("No image.")).ShouldBe("MigrationRefused: No image.");

    [Fact]
    public void A_nested_executions_cause_is_followed_to_its_beginning() =>
        Tell(Nested(Nested(FromLambda("No room.")))).ShouldBe("MigrationRefused: No room.");

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
