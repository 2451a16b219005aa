using System.Text.Json.Nodes;
using System.Threading.Channels;
using Amazon.BedrockRuntime.Model;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Sonic;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.Sonic;

public sealed class SonicConversationTests : IAgentScript
{
    private static readonly SonicLimits Quick = new() { Thinking = TimeSpan.FromMilliseconds(1), Pace = 1000 };

    private static readonly string[] WithTool =
    [
        ClientEvents.SessionStart,
        ClientEvents.PromptStartWithTool("\"{}\""),
        .. ClientEvents.Opening[2..],
    ];

    private readonly Channel<SonicNews> _news = Channel.CreateUnbounded<SonicNews>();
    private readonly List<(Conversation Conversation, int Turn)> _turns = [];
    private AgentAnswer _answer = new("asked", "answered", new short[800]);

    public AgentAnswer Answer(Conversation conversation, CallerTurn turn)
    {
        _turns.Add((conversation, turn.Number));
        return _answer;
    }

    public AgentAnswer Answer(Conversation conversation, string text) => new(null, $"to {text}", new short[800]);

    private SonicService Service() => new(this, Quick, TimeProvider.System, news => _news.Writer.TryWrite(news));

    private async Task<T> News<T>()
        where T : SonicNews
    {
        while (true)
        {
            if (await _news.Reader.ReadAsync(TestContext.Current.CancellationToken) is T found)
            {
                return found;
            }
        }
    }

    private static string[] ATurn => [.. ClientEvents.Audio(1, true), .. ClientEvents.Audio(1.7, false)];

    [Fact]
    public async Task A_conversation_goes_on_from_session_to_session_of_one_holder()
    {
        await using var door = await ADoor.With(Service());
        var (mine, yours) = (door.Keys.Issue("call-1"), door.Keys.Issue("call-2"));
        foreach (var key in (ClientKey[])[mine, door.Keys.Issue("call-1"), yours])
        {
            await using var client = ASonicClient.Open(door, key);
            client.Send([.. ClientEvents.Opening, .. ATurn]);
            await client.Until("usageEvent");
        }

        _turns
            .Select(static turn => (turn.Conversation.Id, turn.Turn))
            .ShouldBe([("call-1", 1), ("call-1", 2), ("call-2", 1)]);
        _turns[0].Conversation.Sessions.Select(static session => session.Number).ShouldBe([1, 2]);
        _turns[0].Conversation.Sessions[1].Client.ShouldNotBe(mine);
    }

    [Fact]
    public async Task A_session_by_a_key_that_many_share_is_a_conversation_of_its_own()
    {
        await using var door = await ADoor.With(Service());
        for (var i = 0; i < 2; i++)
        {
            await using var client = ASonicClient.Open(door, ClientKey.Local);
            client.Send([.. ClientEvents.Opening, .. ATurn]);
            await client.Until("usageEvent");
        }

        _turns.Select(static turn => turn.Turn).ShouldBe([1, 1]);
    }

    [Fact]
    public async Task History_is_known_and_not_answered()
    {
        await using var client = await ASonicClient.Open(Service());
        client.Send([
            .. ClientEvents.Opening[..5],
            .. ClientEvents.History("USER", "h", "Hello."),
            ClientEvents.End("h"),
            .. ClientEvents.History("ASSISTANT", "i", "Good "),
            ClientEvents.History("ASSISTANT", "i", "day.")[1],
            ClientEvents.End("i"),
            ClientEvents.AudioStart,
        ]);

        var begins = await News<SonicNews.Begins>();

        begins.Session.History.Select(static line => line.Text).ShouldBe(["Hello.", "Good day."]);
    }

    [Fact]
    public async Task An_interactive_text_is_answered_like_a_turn()
    {
        await using var client = await ASonicClient.Open(Service());
        client.Send([.. ClientEvents.Opening, .. ClientEvents.Typed("g", "greet the caller")]);

        (await client.UntilBody("textOutput"))["content"]!.GetValue<string>().ShouldBe("to greet the caller");
        await client.Until("usageEvent");
        _turns.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_waits_until_the_caller_has_spoken()
    {
        await using var client = await ASonicClient.Open(Service());
        client.Send([.. ClientEvents.Opening, .. ClientEvents.Audio(1, true), .. ClientEvents.Typed("g", "hello")]);
        client.Send(ClientEvents.Audio(1.7, false));

        var said = new List<string>();
        while (said.Count < 5)
        {
            said.Add((await client.UntilBody("textOutput"))["content"]!.GetValue<string>());
            client.Send(ClientEvents.Audio(0.1, false));
        }

        said.ShouldBe(["asked", "answered", "answered", "to hello", "to hello"]);
    }

    [Fact]
    public async Task Tools_are_called_and_what_they_answer_is_spoken_about_in_the_same_completion()
    {
        _answer = new AgentAnswer("asked", null, default)
        {
            Tools = [new ToolCall("t", """{"n":1}"""), new ToolCall("t", """{"n":2}""")],
            Then = new AgentAnswer(null, "it is free", new short[800]),
        };
        await using var client = await ASonicClient.Open(Service());
        client.Send([.. WithTool, .. ATurn]);
        var (one, two) = (await client.UntilBody("toolUse"), await client.UntilBody("toolUse"));
        one["toolName"]!.GetValue<string>().ShouldBe("t");
        one["content"]!.GetValue<string>().ShouldBe("""{"n":1}""");
        (await client.UntilBody("contentEnd"))["stopReason"]!.GetValue<string>().ShouldBe("TOOL_USE");

        client.Send([.. Result("r", two), .. ClientEvents.Audio(0.1, false), .. Result("q", one)]);
        client.Send(ClientEvents.Audio(0.2, false));

        var names = await client.Until("completionEnd");
        names.ShouldNotContain("completionStart");
        names.Count(static name => name == "textOutput").ShouldBe(2);
        (await News<SonicNews.ToolAnswered>()).Session.UnansweredTools.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_caller_is_answered_while_a_tool_runs_and_its_result_comes_after()
    {
        _answer = new AgentAnswer("asked", null, default)
        {
            Tools = [new ToolCall("t", "{}")],
            Then = new AgentAnswer(null, "it is free", new short[800]),
        };
        await using var client = await ASonicClient.Open(Service());
        client.Send([.. WithTool, .. ATurn]);
        var use = await client.UntilBody("toolUse");
        _answer = new AgentAnswer("asked more", "one thing first", new short[800]);
        client.Send(ATurn);
        (await client.Until("completionEnd")).ShouldNotContain("audioOutput");
        (await client.Until("completionEnd")).ShouldContain("audioOutput");

        client.Send([.. Result("r", use), .. ClientEvents.Audio(0.2, false)]);

        (await client.UntilBody("textOutput"))["content"]!.GetValue<string>().ShouldBe("it is free");
    }

    [Fact]
    public async Task A_tool_result_counts_once_and_is_a_JSON_object()
    {
        _answer = new AgentAnswer("asked", null, default) { Tools = [new ToolCall("t", "{}")] };
        foreach (
            var wrong in (Func<JsonObject, string[]>[])
                [
                    static use => [.. Result("r", use), .. Result("q", use)],
                    static use => ClientEvents.ToolResult("r", use["toolUseId"]!.GetValue<string>(), "yes"),
                    static use => ClientEvents.ToolResult("r", use["toolUseId"]!.GetValue<string>(), "[]"),
                ]
        )
        {
            await using var client = await ASonicClient.Open(Service());
            client.Send([.. WithTool, .. ATurn]);
            client.Send(wrong(await client.UntilBody("toolUse")));

            (await client.Refusal()).InnerException.ShouldBeOfType<ValidationException>();
        }
    }

    [Fact]
    public async Task A_tool_that_is_not_offered_is_not_called_and_the_agent_speaks()
    {
        _answer = new AgentAnswer("asked", null, default)
        {
            Tools = [new ToolCall("t", "{}")],
            Then = new AgentAnswer(null, "I cannot look", new short[800]),
        };
        await using var client = await ASonicClient.Open(Service());
        client.Send([.. ClientEvents.Opening, .. ATurn]);

        (await client.Until("completionEnd")).ShouldContain("audioOutput");
        (await News<SonicNews.NotOffered>()).Tool.ShouldBe("t");
    }

    [Fact]
    public async Task A_session_is_throttled_when_a_fault_says_so_and_the_next_is_not()
    {
        var service = Service();
        service.Faults.Enqueue(SonicFault.Refused.Throttled);
        await using var door = await ADoor.With(service);
        await using var first = ASonicClient.Open(door, ClientKey.Local);
        first.Send(ClientEvents.SessionStart);
        (await first.Refusal()).ShouldBeOfType<ThrottlingException>();

        await using var second = ASonicClient.Open(door, ClientKey.Local);
        second.Send([.. ClientEvents.Opening, .. ATurn]);
        await second.Until("completionEnd");
    }

    [Fact]
    public async Task A_stream_ends_in_mid_turn_with_the_exception_of_a_fault()
    {
        _answer = new AgentAnswer("asked", "a long answer", new short[16000]);
        var service = Service();
        service.Faults.Enqueue(
            new SonicFault.Ended(
                FaultMoment.AfterSpeaking(TimeSpan.FromSeconds(1)),
                "modelStreamErrorException",
                "The model broke."
            )
        );
        await using var client = await ASonicClient.Open(service);
        client.Send([.. ClientEvents.Opening, .. ATurn]);

        var refusal = await client.Refusal();

        refusal.InnerException.ShouldBeOfType<ModelStreamErrorException>();
        (await News<SonicNews.Closed>()).Session.IsLost.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stream_is_reset_by_a_fault()
    {
        var service = Service();
        service.Faults.Enqueue(new SonicFault.Reset(FaultMoment.AfterHearing(TimeSpan.FromSeconds(0.5))));
        await using var client = await ASonicClient.Open(service);
        client.Send([.. ClientEvents.Opening, .. ATurn]);

        (await client.Refusal()).ShouldNotBeNull();
        (await News<SonicNews.Closed>()).Session.HeardAudio.Length.ShouldBeLessThan(16_000);
    }

    private static string[] Result(string name, JsonObject use) =>
        ClientEvents.ToolResult(name, use["toolUseId"]!.GetValue<string>(), """{"free":true}""");
}
