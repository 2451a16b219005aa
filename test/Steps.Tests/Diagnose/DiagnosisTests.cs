using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Steps.Diagnose;
using SonicBridge.Steps.Tests.Call;

namespace SonicBridge.Steps.Tests.Diagnose;

public sealed class DiagnosisTests
{
    [Fact]
    public void Where_nothing_is_wrong_it_says_so()
    {
        Diagnosis.Of(Seen.Well).Summary.ShouldBe("Nothing wrong was found with the deployment.");

        var ofCall = Diagnosis.Of(Seen.WellCall);
        ofCall.Findings.ShouldBeEmpty();
        ofCall.ContactId.ShouldBe(ACall.Id);
        ofCall.Summary.ShouldBe($"Nothing wrong was found with call {ACall.Id}.");
    }

    [Fact]
    public void What_was_known_goes_first_then_causes_and_mends_then_what_was_not_seen()
    {
        var seen = Seen.Failed("BridgeNotLaunched: MISSING.") with { Unread = ["logs: AccessDenied: no."] };

        var diagnosis = Diagnosis.Of(seen, "Known.");

        diagnosis.Summary.ShouldStartWith(
            $"Known. One thing is wrong with call {ACall.Id}: ECS refused to run the bridge."
        );
        diagnosis.Summary.ShouldEndWith("Not looked at: logs.");
        diagnosis.Unread.ShouldBe(["logs: AccessDenied: no."]);
    }

    [Fact]
    public void A_summary_tells_a_few_and_counts_the_others()
    {
        var seen = Seen.Well with { Alarms = ["a (x)", "b (x)", "c (x)", "d (x)", "e (x)"] };

        Diagnosis.Of(seen).Findings.Count.ShouldBe(5);
        Diagnosis.Of(seen).Summary.ShouldEndWith("And 2 more.");
    }

    [Theory]
    [InlineData("caller +12025550123 hung up", "caller (a number) hung up")]
    [InlineData("caller +1 (202) 555-0123.", "caller (a number).")]
    [InlineData("task arn:aws:ecs:us-east-1:111122223333:task/c/0123456789abcdef", null)]
    [InlineData("two\nlines", "two lines")]
    public void Numbers_of_callers_are_left_out(string text, string? expected) =>
        Discretion.Mask(text).ShouldBe(expected ?? text);

    [Fact]
    public void Tokens_are_left_out()
    {
        var token = new string('A', 300);

        var diagnosis = Diagnosis.Of(Seen.Well.Logged("/aws/lambda/launch-bridge", $"No such task: {token}"));

        diagnosis
            .Findings.ShouldHaveSingleItem()
            .Evidence.ShouldBe("/aws/lambda/launch-bridge: No such task: (a token)");
        JsonSerializer.Serialize(diagnosis, StepsJson.Default.Diagnosis).ShouldNotContain("AAAA");
    }

    [Theory]
    [InlineData("""{"contactId":"12"}""", "contact id")]
    [InlineData("""{"taskArn":"arn:aws:ecs:x"}""", "task/<cluster>/<id>")]
    [InlineData("""{"contactId":7}""", "contactId is no text")]
    [InlineData("""{"folder":"s3://b/x/"}""", "s3://bucket/calls/")]
    [InlineData("[]", "{}")]
    [InlineData(
        """{"contactId":"5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e","taskArn":"0123456789abcdef0123456789abcdef"}""",
        "one of them"
    )]
    public void An_input_that_cannot_be_used_gets_a_sentence(string input, string expected) =>
        Should
            .Throw<FormatException>(() => DiagnosisRequest.Parse(JsonNode.Parse(input).Element()))
            .Message.ShouldContain(expected);

    [Fact]
    public void Every_way_of_asking_is_understood()
    {
        DiagnosisRequest.Parse(Element("{}")).ShouldBe(new DiagnosisRequest(null, null, null, null));
        DiagnosisRequest.Parse(Element($$"""{"contactId":"{{ACall.Id}}"}""")).Contact.ShouldBe(ACall.ContactId);
        DiagnosisRequest.Parse(Element($$"""{"taskArn":"{{Seen.TaskArn}}"}""")).Task.ShouldBe(Seen.TaskArn);
        var own = DiagnosisRequest.Parse(Element($$"""{"folder":"{{ACall.Folder}}","detail":"Why."}"""));
        own.Contact.ShouldBe(ACall.ContactId);
        own.Known.ShouldBe("Why.");
        own.Folder.ShouldNotBeNull().ToString().ShouldBe(ACall.Folder);
    }

    [Theory]
    [InlineData(
        """{"level":"error","contactId":"5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e","message":"It broke."}""",
        "error It broke."
    )]
    [InlineData(
        """{"level":"Warning","contactId":"5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e","message":"Hm."}""",
        "warning Hm."
    )]
    [InlineData("""{"level":"info","contactId":"5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e","message":"Well."}""", null)]
    [InlineData(
        """{"level":"error","contactId":"00000000-0000-0000-0000-000000000000","message":"Another's."}""",
        null
    )]
    [InlineData("""{"level":"error","message":"Nobody's."}""", null)]
    [InlineData("START RequestId", null)]
    [InlineData("7", null)]
    public void Of_a_log_only_what_is_the_calls_and_of_weight_is_read(string line, string? expected)
    {
        var read = LogLook.Parse("g", line, ACall.ContactId);

        (read is null ? null : $"{read.Level} {read.Message}").ShouldBe(expected);
    }

    private static JsonElement Element(string json) => JsonNode.Parse(json).Element();
}
