using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using SonicBridge.Contracts;
using SonicBridge.Contracts.Configuration;
using SonicBridge.Local.Caller;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Script;

namespace SonicBridge.Local.Tests.EndToEnd;

/// <summary>The machine under a bridge vanishes: real processes in real time.</summary>
public sealed class RelaunchTests
{
    // A stranger who does not take the filler for an answer.
    private static readonly CallerManners s_patient = new() { Farewell = TimeSpan.FromSeconds(10) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Scenario AStranger() => Scenario.OfUnknown(ACall.Sentence.Samples, ScenarioFile.LoadOtherwise());

    [Fact]
    public async Task A_bridge_that_is_killed_in_the_midst_of_a_sentence_is_replaced_and_no_word_is_lost()
    {
        await using var call = await ACall.With(AStranger(), static options => options, s_patient);
        var placed = call.Place();
        await call.HeardWordsAsync(TimeSpan.FromSeconds(1.5));

        using (var process = Process.GetProcessById(Bridge(call)))
        {
            process.Kill();
        }

        var result = await placed;
        result.Flow.ShouldBe(FlowEnding.CallerHungUp);
        result.Outcome.ShouldNotBeNull().Ending.ShouldBe(CallEnding.CallerHungUp);
        result.Turns.ShouldBeGreaterThan(0);
        call.Played.ShouldContain(text =>
            text.StartsWith(CallConfiguration.DefaultFillerPhrase, StringComparison.Ordinal)
        );
        HeardFromTheFirstWordOn(call);
        Checkpoint(call).Generation.ShouldBe(2);
        Transcript(call).Lines.ShouldContain(line => line.Speaker == Speaker.Caller);
    }

    [Fact]
    public async Task A_bridge_whose_Spot_instance_is_taken_back_is_replaced_while_it_still_speaks()
    {
        await using var call = await ACall.With(AStranger(), static options => options, s_patient);
        var placed = call.Place();
        await call.HeardWordsAsync(TimeSpan.FromSeconds(1));
        using var old = Process.GetProcessById(Bridge(call));

        await call.Cloud.WarnOfSpotAsync(Token);
        await old.WaitForExitAsync(Token);

        var result = await placed;
        result.Flow.ShouldBe(FlowEnding.CallerHungUp);
        result.Outcome.ShouldNotBeNull().Ending.ShouldBe(CallEnding.CallerHungUp);
        result.Turns.ShouldBeGreaterThan(0);
        HeardBetweenThem(call);
        Checkpoint(call).Generation.ShouldBe(2);
    }

    private static int Bridge(ACall call) =>
        call.Cloud.Ecs.Tasks.ShouldHaveSingleItem().ProcessIds.ShouldHaveSingleItem();

    // The next goes on before the first leaves off: what is heard twice was not written down yet.
    private static void HeardBetweenThem(ACall call)
    {
        call.Sessions.Count.ShouldBe(2);
        var said = MemoryMarshal.AsBytes<short>(call.Run.Line.Recording.Caller).ToArray();
        var (first, second) = (call.Sessions[0].HeardAudio, call.Sessions[1].HeardAudio);
        var begins = said.AsSpan().IndexOf(first);
        var goesOn = said.AsSpan().IndexOf(second);
        begins.ShouldBeGreaterThanOrEqualTo(0);
        goesOn.ShouldBeInRange(begins, begins + first.Length);
        said.AsSpan(goesOn + second.Length).IndexOfAnyExcept((byte)0).ShouldBe(-1);
    }

    // The bridge that took over has its session hear the whole sentence, and everything after it, in order.
    private static void HeardFromTheFirstWordOn(ACall call)
    {
        call.Sessions.Count.ShouldBe(2);
        var said = MemoryMarshal.AsBytes<short>(call.Run.Line.Recording.Caller).ToArray();
        var heard = call.Sessions[^1].HeardAudio;
        var from = said.AsSpan().IndexOf(heard);
        from.ShouldBeInRange(0, call.FirstWord * sizeof(short));
        said.AsSpan(from + heard.Length).IndexOfAnyExcept((byte)0).ShouldBe(-1);
    }

    private static Checkpoint Checkpoint(ACall call) => Read(call, CallFile.Checkpoint);

    private static Transcript Transcript(ACall call) => Read(call, CallFile.Transcript);

    private static T Read<T>(ACall call, JsonFile<T> file)
        where T : class =>
        JsonSerializer.Deserialize(call.Cloud.FileOf(call.Run.Contact.Id, file.Name)!.Value.Span, file.Shape)!;
}
