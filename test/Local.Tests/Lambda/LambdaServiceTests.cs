using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.Tests.Processes;

namespace SonicBridge.Local.Tests.Lambda;

public sealed class LambdaServiceTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly List<FunctionLogLine> _log = [];
    private readonly List<(Func<string, bool> Matches, int Times, TaskCompletionSource Seen)> _waiting = [];
    private LambdaService? _lambda;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _lambda?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Function_gets_its_event_its_settings_and_its_deadline()
    {
        Deploy(
            new()
            {
                Name = "next-prompt",
                Executable = Probe.Executable,
                Memory = 256,
                Timeout = TimeSpan.FromSeconds(8),
                Environment = new Dictionary<string, string> { ["ANNOTATIONS_HANDLER"] = "NextPrompt" },
            }
        );

        var answer = await Invoke("next-prompt", """{"ContactId":"x"}""");

        answer["event"]!["ContactId"]!.ToString().ShouldBe("x");
        answer["handler"]!.ToString().ShouldBe("NextPrompt");
        answer["name"]!.ToString().ShouldBe("next-prompt");
        answer["memory"]!.ToString().ShouldBe("256");
        answer["arn"]!.ToString().ShouldBe("arn:aws:lambda:us-east-1:000000000000:function:next-prompt");
        answer["home"].ShouldBeNull("the machine's own environment is not the function's");
        ((int)answer["remaining"]!).ShouldBeInRange(1, 8000);
    }

    [Theory]
    [InlineData("f")]
    [InlineData("f:$LATEST")]
    [InlineData("000000000000:function:f")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:f")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:f:live")]
    public void Function_is_found_by_each_of_its_names(string name) => FunctionName.Of(name).ShouldBe("f");

    [Fact]
    public async Task Invocations_one_after_another_share_a_process()
    {
        Deploy();

        var first = await Invoke("f");
        var second = await Invoke("f");

        second["process"]!.ToString().ShouldBe(first["process"]!.ToString());
    }

    [Fact]
    public async Task Invocations_at_once_each_have_a_process_and_leave_it_warm()
    {
        Deploy();

        var answers = await Task.WhenAll(Invoke("f"), Invoke("f"), Invoke("f"));
        var again = await Task.WhenAll(Invoke("f"), Invoke("f"), Invoke("f"));

        var processes = answers.Select(static answer => answer["process"]!.ToString()).ToHashSet();
        processes.Count.ShouldBe(3);
        again.Select(static answer => answer["process"]!.ToString()).ShouldBeSubsetOf(processes);
    }

    [Fact]
    public async Task Warmed_process_takes_the_first_event()
    {
        Deploy(Function() with { Warm = 1 });
        await _lambda!.WarmAsync(Cancelled);

        await Invoke("f");

        Report().ShouldContain("Init Duration");
        ProcessesSeen().ShouldBe(1);
    }

    [Fact]
    public async Task Error_of_a_function_is_answered_as_it_reported_it()
    {
        Deploy();

        var result = await _lambda!.InvokeAsync("f", Order("fail"), Cancelled);

        result.FunctionError.ShouldBe("Unhandled");
        var error = JsonNode.Parse(result.Payload.Span)!;
        error["errorType"]!.ToString().ShouldBe("BridgeHasNoRoom");
        (await Invoke("f")).ShouldNotBeNull();
        ProcessesSeen().ShouldBe(1, "a function that reported an error goes on");
    }

    [Theory]
    [InlineData("""{"do":"exit","code":5}""", "Runtime exited with error: exit status 5")]
    [InlineData("""{"do":"exit","code":0}""", "Runtime exited without providing a reason")]
    [InlineData("""{"do":"kill"}""", "Runtime exited with error: signal: killed")]
    public async Task Process_that_ends_in_the_middle_is_an_exit_error(string order, string reason)
    {
        Deploy();

        var result = await _lambda!.InvokeAsync("f", Encoding.UTF8.GetBytes(order), Cancelled);

        var error = JsonNode.Parse(result.Payload.Span)!;
        error["errorType"]!.ToString().ShouldBe("Runtime.ExitError");
        error["errorMessage"]!.ToString().ShouldEndWith(reason);
        (await Invoke("f"))["process"].ShouldNotBeNull("another process takes its place");
    }

    [Fact]
    public async Task Function_that_takes_too_long_is_killed_when_its_time_is_up()
    {
        Deploy(Function() with { Timeout = TimeSpan.FromSeconds(3) });
        var warm = await Invoke("f");
        using var process = Process.GetProcessById((int)warm["process"]!);

        var invocation = _lambda!.InvokeAsync("f", Order("hang"), Cancelled);
        await Logged(static line => line.StartsWith("START", StringComparison.Ordinal), times: 2);
        _clock.Advance(TimeSpan.FromSeconds(3));
        var result = await invocation;

        var error = JsonNode.Parse(result.Payload.Span)!;
        error["errorType"]!.ToString().ShouldBe("Sandbox.Timedout");
        error["errorMessage"]!.ToString().ShouldEndWith("Task timed out after 3.00 seconds");
        await process.WaitForExitAsync(Cancelled);
        (await Invoke("f"))["process"]!.ToString().ShouldNotBe(warm["process"]!.ToString());
    }

    [Theory]
    [InlineData("error", "BadStart", "No bucket.")]
    [InlineData("exit", "Runtime.ExitError", "exit status 3")]
    public async Task Process_that_cannot_start_says_why(string init, string type, string message)
    {
        Deploy(Function(("PROBE_INIT", init)));

        var result = await _lambda!.InvokeAsync("f", Order(""), Cancelled);

        var error = JsonNode.Parse(result.Payload.Span)!;
        error["errorType"]!.ToString().ShouldBe(type);
        error["errorMessage"]!.ToString().ShouldEndWith(message);
    }

    [Fact]
    public async Task Process_that_never_asks_for_an_event_is_given_up()
    {
        Deploy(Function(("PROBE_INIT", "hang")));

        var invocation = _lambda!.InvokeAsync("f", Order(""), Cancelled);
        await Logged(static line => line == "hanging", times: 1);
        _clock.Advance(TimeSpan.FromSeconds(10));

        JsonNode.Parse((await invocation).Payload.Span)!["errorType"]!.ToString().ShouldBe("Sandbox.Timedout");
    }

    [Fact]
    public async Task Event_that_a_departing_process_had_not_taken_goes_to_another()
    {
        Deploy();

        await _lambda!.InvokeAsync("f", Order("last"), Cancelled);
        var answer = await Invoke("f");

        answer["process"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Answer_over_six_megabytes_is_refused()
    {
        Deploy();

        var result = await _lambda!.InvokeAsync("f", Order("big"), Cancelled);

        JsonNode.Parse(result.Payload.Span)!["errorType"]!.ToString().ShouldBe("Function.ResponseSizeTooLarge");
    }

    [Fact]
    public async Task Concurrency_over_the_reserved_one_is_throttled()
    {
        Deploy(Function() with { Concurrency = 1 });
        var running = _lambda!.InvokeAsync("f", Order("hang"), Cancelled);

        var error = await Should.ThrowAsync<AwsException>(() => Invoke("f"));

        error.Code.ShouldBe("TooManyRequestsException");
        running.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Unknown_function_is_named_with_those_that_are_there()
    {
        Deploy();

        var error = await Should.ThrowAsync<AwsException>(() => Invoke("g"));

        error.Code.ShouldBe("ResourceNotFoundException");
        error.Message.ShouldContain("function:g; there are f.");
    }

    [Fact]
    public async Task Executable_that_is_not_built_is_named()
    {
        Deploy(Function() with { Executable = "/no/such/file" });

        var result = await _lambda!.InvokeAsync("f", Order(""), Cancelled);

        var error = JsonNode.Parse(result.Payload.Span)!;
        error["errorType"]!.ToString().ShouldBe("Runtime.InvalidEntrypoint");
        error["errorMessage"]!.ToString().ShouldContain("'/no/such/file' is not there: build it first.");
    }

    [Fact]
    public async Task Log_holds_what_the_function_wrote_between_start_and_report()
    {
        Deploy();

        await Invoke("f");
        await Logged(static line => line == "to standard error", times: 1);
        await Logged(static line => line == "to standard output", times: 1);

        var lines = Lines();
        lines[0].ShouldStartWith("START RequestId: ");
        lines.ShouldContain("to standard output");
        Report().ShouldContain("Memory Size: 128 MB");
    }

    [Fact]
    public async Task No_process_is_left_when_the_service_is_closed()
    {
        Deploy();
        using var process = Process.GetProcessById((int)(await Invoke("f"))["process"]!);

        await _lambda!.DisposeAsync();

        await process.WaitForExitAsync(Cancelled);
    }

    private static FunctionDefinition Function(params (string Name, string Value)[] environment) =>
        new()
        {
            Name = "f",
            Executable = Probe.Executable,
            Timeout = TimeSpan.FromSeconds(30),
            Environment = environment.ToDictionary(static pair => pair.Name, static pair => pair.Value),
        };

    private static byte[] Order(string what) => Encoding.UTF8.GetBytes($$"""{"do":"{{what}}"}""");

    private void Deploy(FunctionDefinition? function = null) =>
        _lambda = new LambdaService([function ?? Function()], new Dictionary<string, string>(), _clock, OnLine);

    private async Task<JsonNode> Invoke(string function, string payload = "{}")
    {
        var result = await _lambda!.InvokeAsync(function, Encoding.UTF8.GetBytes(payload), Cancelled);
        var text = Encoding.UTF8.GetString(result.Payload.Span);
        result.FunctionError.ShouldBeNull(text);
        return JsonNode.Parse(text)!;
    }

    private void OnLine(FunctionLogLine line)
    {
        lock (_log)
        {
            _log.Add(line);
            foreach (var (matches, times, seen) in _waiting)
            {
                if (_log.Count(line => matches(line.Text)) >= times)
                {
                    seen.TrySetResult();
                }
            }
        }
    }

    private Task Logged(Func<string, bool> matches, int times)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_log)
        {
            if (_log.Count(line => matches(line.Text)) >= times)
            {
                return Task.CompletedTask;
            }

            _waiting.Add((matches, times, seen));
        }

        return seen.Task.WaitAsync(Cancelled);
    }

    private List<string> Lines()
    {
        lock (_log)
        {
            return [.. _log.Select(static line => line.Text)];
        }
    }

    private string Report() => Lines().First(static line => line.StartsWith("REPORT", StringComparison.Ordinal));

    private int ProcessesSeen()
    {
        lock (_log)
        {
            return _log.Select(static line => line.ProcessId).Distinct().Count();
        }
    }
}
