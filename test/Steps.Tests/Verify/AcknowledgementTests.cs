using System.Text;
using SonicBridge.Steps.Verify;

namespace SonicBridge.Steps.Tests.Verify;

public sealed class AcknowledgementTests
{
    private const string Number = "91343852333181432392682062607743920146264540000";

    private static void Check(string answer) => Acknowledgement.Check(Encoding.UTF8.GetBytes(answer));

    [Theory]
    [InlineData("\r\n")]
    [InlineData("")]
    public void All_is_well_when_fragments_were_received(string between) =>
        Check(
            string.Join(
                between,
                $$"""{"EventType":"BUFFERING","FragmentTimecode":1510089600000,"FragmentNumber":"{{Number}}"}""",
                $$"""{"EventType":"RECEIVED","FragmentTimecode":1510089600000,"FragmentNumber":"{{Number}}"}""",
                $$"""{"EventType":"PERSISTED","FragmentTimecode":1510089600000,"FragmentNumber":"{{Number}}"}"""
            )
        );

    [Fact]
    public void The_form_of_the_API_reference_is_read_too() =>
        Check("""{"Acknowledgement":{"EventType":"Persisted","FragmentTimecode":1,"FragmentNumber":"1"}}""");

    [Theory]
    [InlineData(4006, "INVALID_MKV_DATA", false)]
    [InlineData(5001, "ARCHIVAL_ERROR", true)]
    public void An_error_says_what_it_is_and_whether_it_passes(int id, string code, bool passes)
    {
        var refused = Should.Throw<UploadRefused>(() =>
            Check(
                $$"""
                {"EventType":"RECEIVED","FragmentTimecode":1,"FragmentNumber":"1"}
                {"EventType":"ERROR","FragmentTimecode":2,"FragmentNumber":"2","ErrorId":{{id}},"ErrorCode":"{{code}}"}
                """
            )
        );

        refused.Message.ShouldContain($"{id} {code}");
        refused.Passes.ShouldBe(passes);
    }

    [Fact]
    public void An_error_that_an_engineer_can_mend_says_how() =>
        Should
            .Throw<UploadRefused>(() =>
                Check("""{"EventType":"ERROR","ErrorId":"4501","ErrorCode":"KMS_KEY_DISABLED"}""")
            )
            .Message.ShouldContain("Enable the stream's KMS key");

    [Theory]
    [InlineData("")]
    [InlineData("""{"EventType":"IDLE"}""")]
    [InlineData("""{"EventType":"RECEIVED"} <html>""")]
    public void An_answer_that_acknowledges_nothing_is_worth_another_try(string answer) =>
        Should.Throw<UploadRefused>(() => Check(answer)).Passes.ShouldBeTrue();
}
