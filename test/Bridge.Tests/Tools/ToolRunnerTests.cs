using System.Text.Json;
using Amazon.Lambda;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Bridge.Tools;
using SonicBridge.Contracts;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Bridge.Tests.Tools;

/// <summary>Whatever a tool does, the model gets one JSON object, and in time.</summary>
public sealed class ToolRunnerTests : IDisposable
{
    private static readonly ContactId s_contact = ContactId.Parse("5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e");

    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedLambda _lambda = new();
    private readonly ToolRunner _runner;

    public ToolRunnerTests() =>
        _runner = new ToolRunner(
            () => _lambda,
            [.. Enumerable.Range(0, 20).Select(index => Tool($"tool{index}")), Tool("look_up")],
            s_contact,
            _time,
            NullLogger<ToolRunner>.Instance
        );

    public void Dispose()
    {
        _runner.Dispose();
        _lambda.Dispose();
    }

    [Fact]
    public async Task A_tool_is_a_function_that_gets_the_arguments_and_whose_object_is_the_answer()
    {
        _lambda.Answer("of-look_up", """{ "cars": [ { "size": "small" } ] }""");

        var answer = await RunAsync("look_up", """{"location": "Boston"}""");

        answer.ShouldBe(new ToolAnswer("""{"cars":[{"size":"small"}]}"""));
        _lambda
            .Invoked.ShouldHaveSingleItem()
            .ShouldBe(
                (
                    "of-look_up",
                    $$$"""{"tool":"look_up","arguments":{"location":"Boston"},"contactId":"{{{s_contact}}}"}"""
                )
            );
    }

    [Theory]
    [InlineData("[1,2]", """{"result":[1,2]}""")]
    [InlineData("\"yes\"", """{"result":"yes"}""")]
    [InlineData("null", """{"result":null}""")]
    public async Task What_is_no_object_becomes_the_result_of_one(string payload, string answer)
    {
        _lambda.Answer("of-look_up", payload);

        (await RunAsync("look_up")).Json.ShouldBe(answer);
    }

    [Theory]
    [InlineData("", "{}")]
    [InlineData("  ", "{}")]
    [InlineData("{\"a\":[]}", "{\"a\":[]}")]
    public async Task A_tool_may_be_asked_for_without_arguments(string arguments, string given)
    {
        _lambda.Answer("of-look_up", "{}");

        await RunAsync("look_up", arguments);

        _lambda.Invoked[0].Payload.ShouldContain($"\"arguments\":{given}");
    }

    [Theory]
    [InlineData("Boston")]
    [InlineData("[\"Boston\"]")]
    [InlineData("{\"location\":\"\\ud800\"}")]
    [InlineData("{")]
    public async Task Arguments_that_are_no_object_are_not_passed_on(string arguments)
    {
        _lambda.Answer("of-look_up", "{}");

        (await RunAsync("look_up", arguments)).Failure.ShouldBe(ToolFailure.BadArguments);

        _lambda.Invoked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tool_that_there_is_not_is_an_error()
    {
        var answer = await RunAsync("fly");

        answer.Failure.ShouldBe(ToolFailure.Unknown);
        ErrorOf(answer).ShouldBe("unknownTool");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tool_that_takes_too_long_is_an_error_in_time(bool heedsItsToken)
    {
        if (heedsItsToken)
        {
            _lambda.Hang("of-look_up");
        }
        else
        {
            _lambda.Freeze("of-look_up");
        }

        var running = RunAsync("look_up");
        _time.Advance(TimeSpan.FromSeconds(7.9));
        running.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.1));

        var answer = await running;
        answer.Failure.ShouldBe(ToolFailure.TimedOut);
        ErrorOf(answer).ShouldBe("timeout");
    }

    [Fact]
    public async Task A_function_that_fails_is_an_error_that_does_not_tell_its_insides()
    {
        _lambda.Answer("of-look_up", """{"errorMessage":"secret","stackTrace":[]}""", "Unhandled");

        var answer = await RunAsync("look_up");

        answer.Failure.ShouldBe(ToolFailure.Failed);
        answer.Json.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_function_that_cannot_be_invoked_is_an_error()
    {
        _lambda.Fail("of-look_up", new AmazonLambdaException("Function not found"));

        (await RunAsync("look_up")).Failure.ShouldBe(ToolFailure.Failed);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_an_error()
    {
        _lambda.Answer("of-look_up", $"\"{new string('x', ToolPayload.LongestAnswer)}\"");

        ErrorOf(await RunAsync("look_up")).ShouldBe("tooLong");
    }

    [Fact]
    public async Task A_megabyte_is_an_error_that_the_model_can_read()
    {
        _lambda.Answer("of-look_up", $$"""{"cars":"{{new string('x', 1024 * 1024)}}"}""");

        var answer = await RunAsync("look_up");
        ErrorOf(answer).ShouldBe("tooLong");
        answer.Json.Length.ShouldBeLessThan(300);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_reach_the_model_as_characters_that_say_so()
    {
        _lambda.Answer("of-look_up", [.. "{\"cars\":\""u8, 0xC3, 0x28, .. "\"}"u8]);

        (await RunAsync("look_up")).ShouldBe(new ToolAnswer("""{"cars":"\uFFFD("}"""));
    }

    [Fact]
    public async Task Letters_of_other_languages_reach_the_model_as_they_are()
    {
        const string Answer = """{"place":"München","said":"É \"grátis\" <hoje>"}""";
        _lambda.Answer("of-look_up", Answer);

        (await RunAsync("look_up")).ShouldBe(new ToolAnswer(Answer));
    }

    [Theory]
    [InlineData("")]
    [InlineData("cars: none")]
    [InlineData("{\"cars\":\"\\ud800\"}")]
    public async Task An_answer_that_is_not_json_is_an_error(string payload)
    {
        _lambda.Answer("of-look_up", payload);

        ErrorOf(await RunAsync("look_up")).ShouldBe("notJson");
    }

    [Fact]
    public async Task The_end_of_the_call_ends_a_tool()
    {
        using var over = new CancellationTokenSource();
        _lambda.Freeze("of-look_up");
        var running = _runner.RunAsync(new SonicEvent.ToolUse("id", "look_up", "{}"), over.Token);

        await over.CancelAsync();

        var answer = await running;
        answer.Failure.ShouldBe(ToolFailure.CallOver);
        ErrorOf(answer).ShouldBe("callOver");
    }

    [Fact]
    public async Task Tools_run_at_once_but_not_more_than_there_is_room_for()
    {
        var answers = Enumerable.Range(0, 20).Select(index => _lambda.AnswerLater($"of-tool{index}")).ToArray();

        var running = Enumerable.Range(0, 20).Select(index => RunAsync($"tool{index}")).ToArray();
        await _lambda
            .Reaches(ToolRunner.AtOnce)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        // The last one first: none waits for another's answer.
        foreach (var answer in answers.Reverse())
        {
            answer.SetResult("""{"ok":true}""");
        }

        (await Task.WhenAll(running)).ShouldAllBe(answer => answer.Failure == null);
        _lambda.MostAtOnce.ShouldBeLessThanOrEqualTo(ToolRunner.AtOnce);
    }

    [Fact]
    public async Task What_waits_for_room_has_its_time_too()
    {
        for (var index = 0; index < 20; index++)
        {
            _lambda.Freeze($"of-tool{index}");
        }

        var running = Enumerable.Range(0, 20).Select(index => RunAsync($"tool{index}")).ToArray();
        _time.Advance(TimeSpan.FromSeconds(8));

        (await Task.WhenAll(running)).ShouldAllBe(answer => answer.Failure == ToolFailure.TimedOut);
    }

    [Fact]
    public void Any_payload_becomes_one_JSON_object_that_is_not_too_long() =>
        Gen.OneOf(Gen.Byte.Array[0, 40], Gen.String.Select(text => JsonSerializer.SerializeToUtf8Bytes(text)))
            .Sample(payload =>
            {
                using var answer = JsonDocument.Parse(ToolPayload.Read(payload).Json);
                answer.RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
            });

    private static string? ErrorOf(ToolAnswer answer)
    {
        using var json = JsonDocument.Parse(answer.Json);
        json.RootElement.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
        return json.RootElement.GetProperty("error").GetString();
    }

    private static ToolConfiguration Tool(string name) =>
        new()
        {
            Name = name,
            Description = "Looks something up.",
            InputSchema = JsonElement.Parse("""{"type":"object"}"""),
            Function = $"of-{name}",
            TimeoutSeconds = 8,
        };

    private Task<ToolAnswer> RunAsync(string name, string arguments = "{}") =>
        _runner
            .RunAsync(new SonicEvent.ToolUse("id", name, arguments), CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(30));
}
