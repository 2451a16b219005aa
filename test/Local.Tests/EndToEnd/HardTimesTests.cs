using System.Diagnostics;
using System.Text.Json;
using SonicBridge.Contracts;
using SonicBridge.Contracts.Configuration;
using SonicBridge.Local.Call;
using SonicBridge.Local.Caller;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.Script;
using SonicBridge.Local.Sonic;
using SonicBridge.Local.Tests.Processes;

namespace SonicBridge.Local.Tests.EndToEnd;

/// <summary>Tools that answer anything, and bridges that are killed when it is least convenient: real processes in real time.</summary>
public sealed class HardTimesTests
{
    private const string Function = "sonicbridge-tool-probe";

    private static readonly string[] s_wrongs = ["megabyte", "text", "bytes", "nothing", "fail", "exit"];
    private static readonly CallerManners s_patient = new() { Farewell = TimeSpan.FromSeconds(10) };

    [Fact(Explicit = true)]
    public async Task Whatever_a_tool_gives_back_the_model_is_told_in_JSON_and_the_caller_is_answered()
    {
        await using var call = await ACall.With(
            Asking([.. s_wrongs.Select(wrong => new ScriptedTool(wrong, $$"""{"do":"{{wrong}}","code":3}""", null))]),
            options =>
                options with
                {
                    Functions =
                    [
                        new FunctionDefinition
                        {
                            Name = Function,
                            Executable = Probe.Executable,
                            Timeout = TimeSpan.FromSeconds(10),
                        },
                    ],
                },
            s_patient
        );
        call.Cloud.Configure(Configuration(s_wrongs));

        var result = await call.Place();

        result.Outcome.ShouldNotBeNull().Ending.ShouldBe(CallEnding.CallerHungUp);
        result.Losses.ShouldBeEmpty();
        result.Turns.ShouldBeGreaterThan(0);
        var told = call.ToolAnswers.ToDictionary(
            static answer => answer.Split(' ', 2)[0],
            static answer => JsonDocument.Parse(answer.Split(' ', 2)[1]).RootElement
        );
        told.Keys.ShouldBe(s_wrongs, ignoreOrder: true);
        told["megabyte"].GetProperty("error").GetString().ShouldBe("tooLong");
        told["text"].GetProperty("error").GetString().ShouldBe("notJson");
        told["bytes"].GetProperty("cars").GetString().ShouldBe("\uFFFD(");
        told["nothing"].GetProperty("error").GetString().ShouldBe("notJson");
        told["fail"].GetProperty("error").GetString().ShouldBe("failed");
        told["exit"].GetProperty("error").GetString().ShouldBe("failed");
    }

    [Fact(Explicit = true)]
    public async Task A_bridge_that_is_killed_while_its_next_session_opens_is_replaced_and_no_word_is_lost()
    {
        await using var call = await ACall.With(
            Asking([]),
            static options =>
                options with
                {
                    BridgeSettings = new Dictionary<string, string>
                    {
                        ["END_OF_CALL_SECONDS"] = "4",
                        ["RENEW_AFTER_SECONDS"] = "4",
                        ["FORCE_RENEWAL_AFTER_SECONDS"] = "30",
                    },
                },
            s_patient
        );
        KillOnce(call, static (call, news) => news is SonicNews.Opened && call.Sessions.Count == 2);

        await GoesOnWithASecondBridgeAsync(call);
    }

    [Fact(Explicit = true)]
    public async Task A_bridge_that_is_killed_before_its_first_prompt_is_handed_out_is_replaced_and_greets()
    {
        await using var call = await ACall.With(Asking([]), static options => options, s_patient);
        call.Cloud.Configure("""{"greeting":"Welcome the caller."}""");
        KillOnce(call, static (_, news) => news is SonicNews.Spoke);

        await GoesOnWithASecondBridgeAsync(call);
        call.Sessions[^1].History.ShouldBeEmpty();
    }

    [Fact(Explicit = true)]
    public async Task A_bridge_that_freezes_is_replaced_and_when_it_wakes_neither_speaks_nor_writes_nor_reports()
    {
        // One who waits until the execution has missed the heart for 15 s, and the filler is played.
        var manners = new CallerManners
        {
            Bewilderment = TimeSpan.FromSeconds(45),
            Farewell = TimeSpan.FromSeconds(10),
        };
        await using var call = await ACall.With(Asking([]), static options => options, manners);
        var placed = GoesOnWithASecondBridgeAsync(call);
        await call.HeardWordsAsync(TimeSpan.FromSeconds(1));
        using var zombie = Process.GetProcessById(
            call.Cloud.Ecs.Tasks.ShouldHaveSingleItem().ProcessIds.ShouldHaveSingleItem()
        );
        await SignalAsync(zombie, "STOP");
        while (call.Sessions.Count < 2)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        await SignalAsync(zombie, "CONT");
        await zombie.WaitForExitAsync(TestContext.Current.CancellationToken);
        placed.IsCompleted.ShouldBeFalse();

        await placed;
        Read(call, CallFile.Playlist).Generation.ShouldBe(2);
        Read(call, CallFile.Transcript).Lines.Count(line => line.Speaker is Speaker.Caller).ShouldBe(1);
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        kill.ExitCode.ShouldBe(0);
    }

    private static T Read<T>(ACall call, JsonFile<T> file)
        where T : class =>
        JsonSerializer.Deserialize(call.Cloud.FileOf(call.Run.Contact.Id, file.Name)!.Value.Span, file.Shape)!;

    private static async Task GoesOnWithASecondBridgeAsync(ACall call)
    {
        var result = await call.Place();

        result.Flow.ShouldBe(FlowEnding.CallerHungUp);
        result.Outcome.ShouldNotBeNull().Ending.ShouldBe(CallEnding.CallerHungUp);
        result.Facts.Relaunches.ShouldBe(1);
        result.Hearing.ShouldNotBeNull().IsTrue.ShouldBeTrue(result.Hearing.Sentence);
        result.Losses.ShouldBeEmpty();
        result.Turns.ShouldBeGreaterThan(0);
        call.Played.Count(text => text.StartsWith(CallConfiguration.DefaultFillerPhrase, StringComparison.Ordinal))
            .ShouldBe(1);
    }

    private static void KillOnce(ACall call, Func<ACall, SonicNews, bool> isTheMoment)
    {
        var isKilled = false;
        call.Watch = news =>
        {
            if (!isKilled && isTheMoment(call, news))
            {
                isKilled = BridgeKill.Strike(call.Cloud.Ecs, call.Run.Contact.Id);
            }
        };
    }

    // One who says a sentence, and whom the agent answers when the tools have answered.
    private static Scenario Asking(IReadOnlyList<ScriptedTool> tools)
    {
        var lines = ScenarioFile.LoadOtherwise();
        return new Scenario(
            "One sentence",
            [new Turn("Hello.", ACall.Sentence.Samples, null, lines[0]) { Tools = tools }],
            lines,
            new Expectation(CallEnding.CallerHungUp, null, null)
        )
        {
            Opening = lines[1],
        };
    }

    private static string Configuration(IEnumerable<string> tools) =>
        JsonSerializer.Serialize(
            new
            {
                tools = tools.Select(name => new
                {
                    name,
                    description = "Answers anything.",
                    inputSchema = new { type = "object" },
                    function = Function,
                }),
            }
        );
}
