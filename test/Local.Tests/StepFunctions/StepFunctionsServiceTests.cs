using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Service;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>The API over HTTP, behind the front door.</summary>
public sealed class StepFunctionsServiceTests : IAsyncLifetime
{
    private const string Machine = "arn:aws:states:us-east-1:000000000000:stateMachine:call";
    private const string Execution = "arn:aws:states:us-east-1:000000000000:execution:call:";
    private const string Role = "arn:aws:iam::000000000000:role/call";
    private const string Waiting = """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}""";
    private const string Passing = """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""";

    private readonly StatesBench _bench = new();
    private readonly HttpClient _client = new();
    private AwsFrontDoor _door = null!;

    public async ValueTask InitializeAsync() => _door = await ADoor.With(new StepFunctionsService(_bench.Machines));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _door.DisposeAsync();
    }

    [Fact]
    public async Task Machine_is_created_described_listed_updated_and_deleted()
    {
        var created = await CreateAsync(Waiting);
        created["stateMachineArn"]!.GetValue<string>().ShouldBe(Machine);
        created["creationDate"]!.GetValue<decimal>().ShouldBe(1_795_510_800m);
        (await CreateAsync(Waiting)).ToJsonString().ShouldBe(created.ToJsonString());

        var described = await AskAsync("DescribeStateMachine", new JsonObject { ["stateMachineArn"] = Machine });
        described["definition"]!.GetValue<string>().ShouldBe(Waiting);
        described["status"]!.GetValue<string>().ShouldBe("ACTIVE");
        (await AskAsync("ListStateMachines", []))["stateMachines"]![0]!["name"]!.GetValue<string>().ShouldBe("call");

        await AskAsync(
            "UpdateStateMachine",
            new JsonObject { ["stateMachineArn"] = Machine, ["definition"] = Passing }
        );
        (await AskAsync("DescribeStateMachine", new JsonObject { ["stateMachineArn"] = Machine }))["definition"]!
            .GetValue<string>()
            .ShouldBe(Passing);

        await AskAsync("DeleteStateMachine", new JsonObject { ["stateMachineArn"] = Machine });
        await RefusedAsync(
            "StateMachineDoesNotExist",
            "DescribeStateMachine",
            new JsonObject { ["stateMachineArn"] = Machine }
        );
    }

    [Fact]
    public async Task Execution_runs_to_its_output_and_tells_its_history()
    {
        await CreateAsync(Passing);
        var started = await StartAsync("one", """{"b":1.0,"a":"ü"}""");
        started["executionArn"]!.GetValue<string>().ShouldBe(Execution + "one");
        await _bench
            .Machines.FindExecution(Execution + "one")
            .Completion.WaitAsync(TestContext.Current.CancellationToken);

        var described = await AskAsync("DescribeExecution", new JsonObject { ["executionArn"] = Execution + "one" });
        described["status"]!.GetValue<string>().ShouldBe("SUCCEEDED");
        described["output"]!.GetValue<string>().ShouldBe("""{"b":1.0,"a":"ü"}""");

        var first = await HistoryAsync(new JsonObject { ["maxResults"] = 3 });
        Types(first).ShouldBe(["ExecutionStarted", "PassStateEntered", "PassStateExited"]);
        var second = await HistoryAsync(new JsonObject { ["nextToken"] = first["nextToken"]!.GetValue<string>() });
        Types(second).ShouldBe(["ExecutionSucceeded"]);
        second.ContainsKey("nextToken").ShouldBeFalse();
        Types(await HistoryAsync(new JsonObject { ["reverseOrder"] = true }))[0].ShouldBe("ExecutionSucceeded");
        var bare = await HistoryAsync(new JsonObject { ["includeExecutionData"] = false });
        bare["events"]![0]!["executionStartedEventDetails"]!.AsObject().ContainsKey("input").ShouldBeFalse();
    }

    [Fact]
    public async Task Same_name_and_input_is_the_same_execution_while_it_runs()
    {
        await CreateAsync(Waiting);
        var first = await StartAsync("one", """{"a":1}""");

        (await StartAsync("one", """{"a":1}""")).ToJsonString().ShouldBe(first.ToJsonString());
        await RefusedAsync("ExecutionAlreadyExists", "StartExecution", StartOf("one", """{"a":2}"""));
        await AskAsync("StopExecution", new JsonObject { ["executionArn"] = Execution + "one" });
        await RefusedAsync("ExecutionAlreadyExists", "StartExecution", StartOf("one", """{"a":1}"""));
    }

    [Fact]
    public async Task Stopped_execution_is_aborted_with_error_and_cause()
    {
        await CreateAsync(Waiting);
        await StartAsync("one", "{}");

        await AskAsync(
            "StopExecution",
            new JsonObject
            {
                ["executionArn"] = Execution + "one",
                ["error"] = "E",
                ["cause"] = "C",
            }
        );

        var described = await AskAsync("DescribeExecution", new JsonObject { ["executionArn"] = Execution + "one" });
        described["status"]!.GetValue<string>().ShouldBe("ABORTED");
        described["error"]!.GetValue<string>().ShouldBe("E");
        described["cause"]!.GetValue<string>().ShouldBe("C");
        (await ListAsync("ABORTED")).Count.ShouldBe(1);
        (await ListAsync("RUNNING")).Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("InvalidName", """{"stateMachineArn":"M","name":"a b"}""")]
    [InlineData("InvalidName", """{"stateMachineArn":"M","name":"a:b"}""")]
    [InlineData("InvalidArn", """{"stateMachineArn":"call"}""")]
    [InlineData(
        "StateMachineDoesNotExist",
        """{"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:other"}"""
    )]
    [InlineData("InvalidExecutionInput", """{"stateMachineArn":"M","input":"{"}""")]
    [InlineData("InvalidExecutionInput", """{"stateMachineArn":"M","input":""}""")]
    [InlineData("ValidationException", """{"name":"x"}""")]
    [InlineData("ValidationException", """{"stateMachineArn":"M","name":5}""")]
    public async Task Start_is_refused(string error, string request)
    {
        await CreateAsync(Passing);

        await RefusedAsync(
            error,
            "StartExecution",
            JsonNode.Parse(request.Replace("\"M\"", $"\"{Machine}\"", StringComparison.Ordinal))!.AsObject()
        );
    }

    [Fact]
    public async Task Name_and_input_beyond_their_limits_are_refused()
    {
        await CreateAsync(Passing);

        await RefusedAsync("InvalidName", "StartExecution", StartOf(new string('n', 81), "{}"));
        await RefusedAsync(
            "InvalidExecutionInput",
            "StartExecution",
            StartOf("x", $"\"{new string('x', JsonText.SizeLimit)}\"")
        );
    }

    [Theory]
    [InlineData("InvalidToken", "SendTaskHeartbeat", """{"taskToken":"x"}""")]
    [InlineData("TaskDoesNotExist", "SendTaskHeartbeat", """{"taskToken":"T"}""")]
    [InlineData("TaskDoesNotExist", "SendTaskFailure", """{"taskToken":"T","error":"E"}""")]
    [InlineData("TaskDoesNotExist", "SendTaskSuccess", """{"taskToken":"T","output":"{}"}""")]
    [InlineData("InvalidOutput", "SendTaskSuccess", """{"taskToken":"T","output":"{"}""")]
    [InlineData("ValidationException", "SendTaskSuccess", """{"taskToken":"T"}""")]
    [InlineData("ValidationException", "SendTaskHeartbeat", "{}")]
    [InlineData(
        "ExecutionDoesNotExist",
        "DescribeExecution",
        """{"executionArn":"arn:aws:states:us-east-1:000000000000:execution:a:b"}"""
    )]
    [InlineData(
        "ExecutionDoesNotExist",
        "GetExecutionHistory",
        """{"executionArn":"arn:aws:states:us-east-1:000000000000:execution:a:b"}"""
    )]
    [InlineData(
        "InvalidDefinition",
        "CreateStateMachine",
        """{"name":"x","definition":"{}","roleArn":"arn:aws:iam::0:role/x"}"""
    )]
    [InlineData(
        "StateMachineTypeNotSupported",
        "CreateStateMachine",
        """{"name":"x","definition":"{}","type":"EXPRESS","roleArn":"arn:aws:iam::0:role/x"}"""
    )]
    [InlineData("UnknownOperationException", "TestState", "{}")]
    public async Task Request_is_refused(string error, string operation, string request)
    {
        var token = Convert.ToBase64String(new byte[384]);

        await RefusedAsync(
            error,
            operation,
            JsonNode.Parse(request.Replace("\"T\"", $"\"{token}\"", StringComparison.Ordinal))!.AsObject()
        );
    }

    [Fact]
    public async Task Another_machine_of_the_same_name_is_refused()
    {
        await CreateAsync(Passing);

        await RefusedAsync("StateMachineAlreadyExists", "CreateStateMachine", CreationOf(Waiting));
    }

    [Fact]
    public async Task Task_is_reported_by_its_token()
    {
        _bench.Lambda.On("f", static _ => "null");
        await CreateAsync(
            """{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Parameters":{"FunctionName":"f","Payload.$":"$$.Task.Token"},"End":true}}}"""
        );
        await StartAsync("one", "{}");
        var call = await _bench.Lambda.Calls.ReadAsync(TestContext.Current.CancellationToken);
        var token = JsonNode.Parse(call.Payload)!.GetValue<string>();

        (await AskAsync("SendTaskHeartbeat", new JsonObject { ["taskToken"] = token })).Count.ShouldBe(0);
        await AskAsync("SendTaskSuccess", new JsonObject { ["taskToken"] = token, ["output"] = """{"x":1.50}""" });
        await _bench
            .Machines.FindExecution(Execution + "one")
            .Completion.WaitAsync(TestContext.Current.CancellationToken);

        _bench.Machines.FindExecution(Execution + "one").Output.ShouldBe("""{"x":1.50}""");
        await RefusedAsync("TaskTimedOut", "SendTaskHeartbeat", new JsonObject { ["taskToken"] = token });
    }

    private Task<JsonObject> CreateAsync(string definition) => AskAsync("CreateStateMachine", CreationOf(definition));

    private static JsonObject CreationOf(string definition) =>
        new()
        {
            ["name"] = "call",
            ["definition"] = definition,
            ["roleArn"] = Role,
        };

    private Task<JsonObject> StartAsync(string name, string input) => AskAsync("StartExecution", StartOf(name, input));

    private static JsonObject StartOf(string name, string input) =>
        new()
        {
            ["stateMachineArn"] = Machine,
            ["name"] = name,
            ["input"] = input,
        };

    private Task<JsonObject> HistoryAsync(JsonObject request)
    {
        request["executionArn"] = Execution + "one";
        return AskAsync("GetExecutionHistory", request);
    }

    private async Task<JsonArray> ListAsync(string status) =>
        (await AskAsync("ListExecutions", new JsonObject { ["stateMachineArn"] = Machine, ["statusFilter"] = status }))[
            "executions"
        ]!.AsArray();

    private static List<string> Types(JsonObject history) =>
        [.. history["events"]!.AsArray().Select(static e => e!["type"]!.GetValue<string>())];

    private async Task RefusedAsync(string error, string operation, JsonObject request)
    {
        var (status, answer) = await SendAsync(operation, request);

        answer["__type"]!.GetValue<string>().ShouldBe(error);
        status.ShouldBe(HttpStatusCode.BadRequest);
        answer["message"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    private async Task<JsonObject> AskAsync(string operation, JsonObject request)
    {
        var (status, answer) = await SendAsync(operation, request);
        status.ShouldBe(HttpStatusCode.OK, answer.ToJsonString());
        return answer;
    }

    private async Task<(HttpStatusCode Status, JsonObject Answer)> SendAsync(string operation, JsonObject body)
    {
        using var request = new HandSigner().Sign(
            _door.Http,
            Encoding.UTF8.GetBytes(body.ToJsonString()),
            more: new Dictionary<string, string> { ["x-amz-target"] = $"AWSStepFunctions.{operation}" }
        );
        request.Content!.Headers.ContentType = new("application/x-amz-json-1.0");
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonNode.Parse(text)!.AsObject());
    }
}
