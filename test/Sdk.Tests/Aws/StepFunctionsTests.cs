using System.Net;
using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace SonicBridge.Sdk.Tests.Aws;

public sealed class StepFunctionsTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    private static AmazonStepFunctionsClient ClientOf(LoopbackService service) =>
        new(
            LoopbackService.Credentials,
            new AmazonStepFunctionsConfig
            {
                ServiceURL = service.Url,
                AuthenticationRegion = "eu-central-1",
                MaxErrorRetry = 0,
            }
        );

    [Fact]
    public async Task StartExecution_goes_out_as_the_model_says_and_its_answer_is_read()
    {
        await using var service = await LoopbackService.AnsweringAsync(
            new JsonObject { ["executionArn"] = "arn:e", ["startDate"] = 1764000000.25 }
        );
        using var client = ClientOf(service);

        var response = await client.StartExecutionAsync(
            new StartExecutionRequest
            {
                StateMachineArn = "arn:m",
                Name = "call",
                Input = """{"a":"ä\"<"}""",
            },
            None
        );

        response.ExecutionArn.ShouldBe("arn:e");
        response.StartDate.ShouldBe(new DateTime(2025, 11, 24, 16, 0, 0, 250, DateTimeKind.Utc));
        response.HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        response.ResponseMetadata.RequestId.ShouldBe("request-1");
        var sent = service.Only;
        (sent.Method, sent.Path).ShouldBe(("POST", "/"));
        sent.Headers["x-amz-target"].ShouldBe("AWSStepFunctions.StartExecution");
        sent.Headers["content-type"].ShouldBe("application/x-amz-json-1.0");
        sent.Headers["x-amz-api-version"].ShouldBe("2016-11-23");
        sent.Scope.ShouldEndWith("/eu-central-1/states/aws4_request");
        JsonNode
            .DeepEquals(
                sent.Json,
                new JsonObject
                {
                    ["input"] = """{"a":"ä\"<"}""",
                    ["name"] = "call",
                    ["stateMachineArn"] = "arn:m",
                }
            )
            .ShouldBeTrue();
    }

    [Fact]
    public async Task Task_tokens_are_answered_and_an_empty_answer_is_enough()
    {
        await using var service = await LoopbackService.StartAsync(
            static (_, context) => LoopbackService.AnswerAsync(context, "", 200)
        );
        using var client = ClientOf(service);

        await client.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = "t", Output = "{}" }, None);
        await client.SendTaskFailureAsync(
            new SendTaskFailureRequest
            {
                TaskToken = "t",
                Error = "BridgeFailed",
                Cause = "why",
            },
            None
        );
        await client.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = "t" }, None);

        service
            .Requests.Select(sent => sent.Headers["x-amz-target"] + " " + sent.Json.ToJsonString())
            .ShouldBe([
                """AWSStepFunctions.SendTaskSuccess {"output":"{}","taskToken":"t"}""",
                """AWSStepFunctions.SendTaskFailure {"cause":"why","error":"BridgeFailed","taskToken":"t"}""",
                """AWSStepFunctions.SendTaskHeartbeat {"taskToken":"t"}""",
            ]);
    }

    [Fact]
    public async Task DescribeExecution_tells_how_an_execution_ended()
    {
        await using var service = await LoopbackService.AnsweringAsync(
            new JsonObject
            {
                ["executionArn"] = "arn:e",
                ["status"] = "TIMED_OUT",
                ["stopDate"] = 1764000001,
                ["redriveCount"] = 0,
                ["inputDetails"] = new JsonObject { ["included"] = true },
                ["output"] = null,
                ["fromTheFuture"] = new JsonArray(1),
            }
        );
        using var client = ClientOf(service);

        var response = await client.DescribeExecutionAsync(
            new DescribeExecutionRequest { ExecutionArn = "arn:e", IncludedData = IncludedData.METADATA_ONLY },
            None
        );

        response.Status.ShouldBe(ExecutionStatus.TIMED_OUT);
        response.StopDate!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        response.RedriveCount.ShouldBe(0);
        response.InputDetails.Included.ShouldBe(true);
        response.Output.ShouldBeNull();
        response.RedriveDate.ShouldBeNull();
        service.Only.Json["includedData"]!.GetValue<string>().ShouldBe("METADATA_ONLY");
    }

    [Theory]
    [InlineData("TaskTimedOut", typeof(TaskTimedOutException))]
    [InlineData("com.amazonaws.swf.service.v2.model#TaskDoesNotExist", typeof(TaskDoesNotExistException))]
    [InlineData("InvalidToken:http://internal.amazon.com/", typeof(InvalidTokenException))]
    [InlineData("SomethingNew", typeof(AmazonStepFunctionsException))]
    public async Task An_error_becomes_the_exception_of_its_code(string code, Type expected)
    {
        await using var service = await LoopbackService.AnsweringAsync(
            new JsonObject { ["__type"] = code, ["message"] = "it is so" },
            400
        );
        using var client = ClientOf(service);

        var error = await Should.ThrowAsync<AmazonStepFunctionsException>(() =>
            client.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = "t" }, None)
        );

        error.ShouldBeOfType(expected);
        error.Message.ShouldBe("it is so");
        error.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        error.RequestId.ShouldBe("request-1");
    }

    [Fact]
    public async Task An_error_keeps_the_members_beyond_its_message()
    {
        await using var service = await LoopbackService.AnsweringAsync(
            new JsonObject { ["__type"] = "KmsInvalidStateException", ["kmsKeyState"] = "PENDING_DELETION" },
            400
        );
        using var client = ClientOf(service);

        var error = await Should.ThrowAsync<KmsInvalidStateException>(() =>
            client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = "arn:m" }, None)
        );

        error.KmsKeyState.ShouldBe(KmsKeyState.PENDING_DELETION);
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("")]
    [InlineData("{")]
    public async Task An_error_that_is_no_JSON_still_tells_its_status(string body)
    {
        await using var service = await LoopbackService.StartAsync(
            (_, context) => LoopbackService.AnswerAsync(context, body, 502)
        );
        using var client = ClientOf(service);

        var error = await Should.ThrowAsync<AmazonStepFunctionsException>(() =>
            client.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = "t" }, None)
        );

        error.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task The_endpoint_comes_from_the_environment()
    {
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_SFN", "http://127.0.0.1:9");
        using var client = new AmazonStepFunctionsClient(
            LoopbackService.Credentials,
            new AmazonStepFunctionsConfig { RegionEndpoint = Amazon.RegionEndpoint.USWest2 }
        );

        client.Config.ServiceURL.ShouldBe("http://127.0.0.1:9/");
        client.DetermineServiceOperationEndpoint(new StartExecutionRequest()).URL.ShouldBe("http://127.0.0.1:9/");
        await Task.CompletedTask;
    }
}
