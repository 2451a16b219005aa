using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>What holds in every conversation, whatever happened in it.</summary>
internal static class ConversationRules
{
    public static void AssertHeld(ALongCall call, string name)
    {
        AssertEachSampleWentToOneSession(call, name);
        AssertNothingIsSaidTwice(call, name);
        AssertHistoriesHoldWhatWasSaid(call, name);
        AssertEachToolRanOnceAndWasAnsweredOnce(call, name);
        call.Execution.Reports.ShouldBe(1, name);
        call.Transcript.ShouldNotBeNull(name);
    }

    // In order, and but for what waited when the call ended all of it.
    private static void AssertEachSampleWentToOneSession(ALongCall call, string name)
    {
        byte[] heard = [.. call.Heard];
        heard.Length.ShouldBeLessThanOrEqualTo(call.Sent.Count, name);
        Digest.Of(heard).ShouldBe(Digest.Of([.. call.Sent.Take(heard.Length)]), name);
        (call.Sent.Count - heard.Length).ShouldBeLessThanOrEqualTo(call.Waiting, name);
    }

    private static void AssertNothingIsSaidTwice(ALongCall call, string name)
    {
        var played = call.Played.Select(piece => piece.Number).ToList();
        played.Count.ShouldBe(played.Distinct().Count(), name);
    }

    // By its id to the session that asked, if it still lives, or else in words.
    private static void AssertEachToolRanOnceAndWasAnsweredOnce(ALongCall call, string name)
    {
        var answers = call
            .Sessions.SelectMany(session => session.ToolAnswers)
            .Concat(call.Sessions.SelectMany(session => session.Told).Where(text => text.Contains("look_up")));
        answers.Count().ShouldBe(call.Tools.Asked.Count, name);
        call.Tools.Asked.ShouldBeUnique();
    }

    // Each session was told all that the caller had said by then, in order; the last words may have been said to it instead.
    private static void AssertHistoriesHoldWhatWasSaid(ALongCall call, string name)
    {
        foreach (var session in call.Sessions.Where(session => session.History is not null))
        {
            var messages = session.History!.Messages;
            messages
                .Select(message => message.Speaker)
                .ShouldBe(messages.Select((_, i) => i % 2 == 0 ? Speaker.Caller : Speaker.Agent), name);
            var told = messages.Where(m => m.Speaker == Speaker.Caller).Select(m => m.Text);
            var known = string.Join(' ', call.Known.Take(session.KnownWhenBegun));
            string[] either = [string.Join(' ', told), string.Join(' ', told.Concat(session.Told.Take(1)))];
            either.ShouldContain(known, $"{name}: session {session.Number}");
        }
    }
}
