using System.Net;
using System.Text.Json.Nodes;
using Amazon.S3;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CsCheck;
using SonicBridge.Steps.Call;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Call;

public sealed class BridgeStoppedTests : IDisposable
{
    private readonly InMemoryS3 _s3 = new();
    private readonly FakeStepFunctions _stepFunctions = new();

    public BridgeStoppedTests() => _s3.Seed(ACall.Key("launch.json"), """{"generation":2,"taskToken":"the-token"}""");

    public void Dispose()
    {
        _s3.Dispose();
        _stepFunctions.Dispose();
    }

    private Task StopAsync(JsonNode? input) =>
        new BridgeStoppedFunction(_s3, _stepFunctions).BridgeStopped(input.Element(), ACall.Context());

    private static JsonObject Event(string generation = "2") =>
        JsonNode
            .Parse(
                $$"""
                {
                  "version": "0", "id": "9bcdac79-b31f-4d3d-9410-fbd727c29fab", "detail-type": "ECS Task State Change",
                  "source": "aws.ecs", "account": "111122223333", "region": "us-east-1",
                  "detail": {
                    "clusterArn": "arn:aws:ecs:us-east-1:111122223333:cluster/nova-sonic-ecs-cluster",
                    "taskArn": "arn:aws:ecs:us-east-1:111122223333:task/nova-sonic-ecs-cluster/c13b", "lastStatus": "STOPPED",
                    "desiredStatus": "STOPPED", "stopCode": "EssentialContainerExited",
                    "stoppedReason": "Essential container in task exited", "startedBy": "{{ACall.Id}}",
                    "containers": [
                      { "name": "bridge", "exitCode": 137, "lastStatus": "STOPPED",
                        "reason": "OutOfMemoryError: Container killed due to memory usage" }
                    ],
                    "overrides": {
                      "containerOverrides": [
                        { "name": "bridge",
                          "environment": [
                            { "name": "CALL_FOLDER", "value": "{{ACall.Folder}}" },
                            { "name": "BRIDGE_GENERATION", "value": "{{generation}}" }
                          ] }
                      ]
                    }
                  }
                }
                """
            )!
            .AsObject();

    [Fact]
    public async Task The_calls_bridge_that_stops_fails_the_calls_token_and_says_why()
    {
        await StopAsync(Event());

        var failure = _stepFunctions.Failed.ShouldHaveSingleItem();
        failure.TaskToken.ShouldBe("the-token");
        failure.Error.ShouldBe("BridgeStopped");
        failure.Cause.ShouldStartWith("The bridge used more memory than its task definition allows");
        failure.Cause.ShouldContain("Essential container in task exited");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    public async Task A_bridge_that_was_superseded_is_let_go(string generation)
    {
        await StopAsync(Event(generation));

        _stepFunctions.Failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bridge_that_reported_has_used_up_its_token()
    {
        foreach (
            var answer in new AmazonStepFunctionsException[]
            {
                new TaskTimedOutException("closed"),
                new TaskDoesNotExistException("gone"),
                new InvalidTokenException("odd"),
            }
        )
        {
            _stepFunctions.Before = () => throw answer;
            await StopAsync(Event());
        }

        _stepFunctions.Failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failure_that_may_pass_is_left_to_EventBridges_next_try()
    {
        _s3.Before = _ => throw InMemoryS3.Error("SlowDown", HttpStatusCode.ServiceUnavailable);

        await Should.ThrowAsync<AmazonS3Exception>(() => StopAsync(Event()));
    }

    [Fact]
    public async Task A_call_that_is_forgotten_is_let_go()
    {
        var input = Event();
        input["detail"]!["overrides"]!["containerOverrides"]![0]!["environment"]![0]!["value"] =
            "s3://calls-bucket/calls/00000000-0000-4000-8000-000000000000/";

        await StopAsync(input);

        _stepFunctions.Failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_task_that_still_runs_is_let_be()
    {
        var input = Event();
        input["detail"]!["lastStatus"] = "DEPROVISIONING";

        await StopAsync(input);

        _stepFunctions.Failed.ShouldBeEmpty();
    }

    [Fact]
    public void An_event_with_any_part_missing_or_of_another_kind_never_throws() =>
        Gen.Select(Gen.Int[0, 40], Gen.OneOf("null", "7", "[]", "{}", "\"x\"", "[null]", "[{}]"))
            .Sample(
                (which, value) =>
                {
                    var input = Event();
                    var nodes = Below(input).ToList();
                    nodes[which % nodes.Count].ReplaceWith(JsonNode.Parse(value));
                    StopAsync(input).IsCompletedSuccessfully.ShouldBeTrue();
                }
            );

    private static IEnumerable<JsonNode> Below(JsonNode node) =>
        node switch
        {
            JsonObject members => members
                .Where(member => member.Value is not null)
                .SelectMany(member => Below(member.Value!).Prepend(member.Value!)),
            JsonArray items => items.Where(item => item is not null).SelectMany(item => Below(item!).Prepend(item!)),
            _ => [],
        };
}
