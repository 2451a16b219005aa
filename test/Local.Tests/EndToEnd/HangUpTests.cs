using SonicBridge.Contracts;
using SonicBridge.Local.Script;

namespace SonicBridge.Local.Tests.EndToEnd;

/// <summary>The caller hangs up: real processes in real time.</summary>
public sealed class HangUpTests
{
    [Theory]
    [InlineData(true, "60")]
    [InlineData(false, "4")]
    public async Task A_caller_who_hangs_up_is_noticed_within_five_seconds_by_the_event_or_by_the_stream(
        bool events,
        string endOfCall
    )
    {
        await using var call = await ACall.With(
            Scenario.OfUnknown(ACall.Sentence.Samples, ScenarioFile.LoadOtherwise()),
            options =>
                options with
                {
                    ContactEvents = events,
                    BridgeSettings = new Dictionary<string, string> { ["END_OF_CALL_SECONDS"] = endOfCall },
                }
        );

        var result = await call.Place();

        result.Outcome.ShouldNotBeNull().Ending.ShouldBe(CallEnding.CallerHungUp);
        var folder = new CallFolder(call.Cloud.Bucket, call.Run.Contact.Id);
        var transcript = call.Cloud.S3.Find(folder.Bucket, folder.KeyOf(CallFile.Transcript.Name)).ShouldNotBeNull();
        (transcript.LastModified - call.HungUpAt!.Value).TotalSeconds.ShouldBeLessThan(5.5);
    }
}
