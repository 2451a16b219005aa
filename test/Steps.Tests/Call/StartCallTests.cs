using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SonicBridge.Contracts;
using SonicBridge.Steps.Call;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Call;

public sealed class StartCallTests : IDisposable
{
    private const string StateMachine = "arn:aws:states:us-east-1:111122223333:stateMachine:call";

    private readonly InMemoryS3 _s3 = new();
    private readonly FakeStepFunctions _stepFunctions = new();

    public void Dispose()
    {
        _s3.Dispose();
        _stepFunctions.Dispose();
    }

    private Task<StartCallAnswer> StartAsync(JsonNode? input) =>
        new StartCallFunction(_s3, _stepFunctions, ACall.Bucket, StateMachine).StartCall(
            input.Element(),
            ACall.Context()
        );

    private CallDescription? Stored() =>
        _s3.Text(ACall.Key("call.json")) is { } text ? JsonSerializer.Deserialize(text, CallFile.Call.Shape) : null;

    [Fact]
    public async Task Connects_event_starts_the_call()
    {
        var answer = await StartAsync(ACall.Envelope());

        answer.Status.ShouldBe("started");
        answer.ContactId.ShouldBe(ACall.Id);
        Stored()
            .ShouldBe(
                new CallDescription
                {
                    ContactId = ACall.ContactId,
                    StreamArn = ACall.StreamArn,
                    StartFragmentNumber = "91343852333181432392682062607743920146264540000",
                    StartTimestamp = 1700000000123,
                }
            );
        var execution = _stepFunctions.Started.ShouldHaveSingleItem();
        execution.StateMachineArn.ShouldBe(StateMachine);
        execution.Name.ShouldBe(ACall.Id);
        execution.Input.ShouldBe($$"""{"contactId":"{{ACall.Id}}","folder":"{{ACall.Folder}}"}""");
    }

    [Fact]
    public async Task A_bare_event_starts_the_call_without_knowing_its_beginning()
    {
        (await StartAsync(ACall.Bare())).Status.ShouldBe("started");

        Stored().ShouldBe(new CallDescription { ContactId = ACall.ContactId, StreamArn = ACall.StreamArn });
    }

    [Fact]
    public async Task A_second_try_of_Connect_is_the_same_call()
    {
        await StartAsync(ACall.Envelope());
        var first = _s3.Text(ACall.Key("call.json"));

        (await StartAsync(ACall.Envelope())).Status.ShouldBe("started");

        _s3.Text(ACall.Key("call.json")).ShouldBe(first);
        _stepFunctions.Started.Select(execution => execution.Input).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_try_that_comes_after_the_call_has_ended_is_no_error()
    {
        _stepFunctions.Before = () => throw new ExecutionAlreadyExistsException("Execution Already Exists");

        (await StartAsync(ACall.Envelope())).Status.ShouldBe("started");
    }

    [Fact]
    public async Task A_later_try_with_another_stream_changes_nothing()
    {
        await StartAsync(ACall.Envelope());
        var other = ACall.Bare();
        other["StreamARN"] = "arn:aws:kinesisvideo:us-east-1:111122223333:stream/other/1";

        await StartAsync(other);

        Stored()!.StreamArn.ShouldBe(ACall.StreamArn);
    }

    [Fact]
    public async Task A_flow_may_pass_the_stream_itself()
    {
        var input = ACall.Envelope();
        input["Details"]!["ContactData"]!["MediaStreams"]!["Customer"] = null;
        input["Details"]!["Parameters"]!["StreamARN"] = ACall.StreamArn;

        (await StartAsync(input)).Status.ShouldBe("started");
    }

    [Fact]
    public async Task A_caller_may_withhold_the_number()
    {
        var input = ACall.Envelope();
        input["Details"]!["ContactData"]!["CustomerEndpoint"] = null;

        (await StartAsync(input)).Status.ShouldBe("started");
    }

    [Fact]
    public async Task The_phone_number_is_neither_stored_nor_logged()
    {
        var context = ACall.Context();
        var function = new StartCallFunction(_s3, _stepFunctions, ACall.Bucket, StateMachine);
        var malformed = ACall.Bare();
        malformed["CustomerPhoneNumber"] = "12025550123 ext";

        await function.StartCall(ACall.Envelope().Element(), context);
        await function.StartCall(ACall.Bare().Element(), context);
        await function.StartCall(malformed.Element(), context);

        (ACall.Logged(context) + _s3.Text(ACall.Key("call.json")) + _stepFunctions.Started[0].Input).ShouldNotContain(
            "2025550123"
        );
    }

    [Fact]
    public async Task The_test_event_of_the_guide_gets_a_clear_answer()
    {
        var answer = await StartAsync(
            JsonNode.Parse("""{"StreamARN":"test","ContactId":"test","CustomerPhoneNumber":"test"}""")
        );

        answer.Status.ShouldBe("error");
        answer.Error.ShouldBe("TestInput");
        answer.Message!.ShouldContain("test");
        _s3.Calls.ShouldBeEmpty();
        _stepFunctions.Started.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_call_that_S3_does_not_take_is_an_answer(HttpStatusCode status)
    {
        _s3.Before = _ => throw InMemoryS3.Error("Trouble", status);

        var answer = await StartAsync(ACall.Envelope());

        answer.Error.ShouldBe("CallNotStored");
        answer.Message.ShouldNotBeNullOrWhiteSpace();
        _stepFunctions.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_that_Step_Functions_does_not_take_is_an_answer()
    {
        _stepFunctions.Before = () =>
            throw new AmazonStepFunctionsException(
                "Rate exceeded",
                ErrorType.Sender,
                "ThrottlingException",
                "request",
                HttpStatusCode.BadRequest
            );

        (await StartAsync(ACall.Envelope())).Error.ShouldBe("CallNotStarted");
    }

    [Fact]
    public async Task A_function_without_settings_answers_and_logs_which_one_is_missing()
    {
        var context = ACall.Context();

        var answer = await new StartCallFunction(_s3, _stepFunctions, null, null).StartCall(
            ACall.Envelope().Element(),
            context
        );

        answer.Status.ShouldBe("error");
        ACall.Logged(context).ShouldContain("CALL_BUCKET");
    }

    [Fact]
    public async Task A_function_whose_time_is_up_still_answers()
    {
        var answer = await new StartCallFunction(_s3, _stepFunctions, ACall.Bucket, StateMachine).StartCall(
            ACall.Envelope().Element(),
            ACall.Context(seconds: 0)
        );

        answer.Status.ShouldBe("error");
    }
}
