using CsCheck;
using SonicBridge.Steps.Flows;

namespace SonicBridge.Steps.Tests.Flows;

public sealed class FlowDocumentTests
{
    private static readonly string[] s_pieces =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"Actions\"",
        "\"Version\":\"2019-10-30\"",
        "\"StartAction\":\"a\"",
        "\"Identifier\":\"a\"",
        "\"Type\":\"Compare\"",
        "\"Transitions\"",
        "\"NextAction\"",
        "\"\\ud800\"",
        "null",
        "1e400",
        " ",
    ];

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("null", "version 2019-10-30")]
    [InlineData("""{"modules":[],"version":"1"}""", "old designer")]
    [InlineData("""{"Version":"2019-10-30"}""", "no Actions")]
    [InlineData("""{"Version":"2019-10-30","Actions":{}}""", "no Actions")]
    [InlineData("""{"Version":"2019-10-30","Actions":[],"StartAction":"a"}""", "StartAction")]
    [InlineData("""{"Version":"2019-10-30","Actions":[3]}""", "Action 1 has no Identifier")]
    [InlineData("""{"Version":"2019-10-30","Actions":[{"Identifier":"a"}]}""", "'a' has no Type")]
    [InlineData("""{"Version":"2019-10-30","Version":"2019-10-30"}""", "two members 'Version'")]
    [InlineData(
        """{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"T"},{"Identifier":"a","Type":"T"}]}""",
        "two actions 'a'"
    )]
    [InlineData(
        """{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"T","Transitions":{"NextAction":7}}]}""",
        "NextAction of action 'a'"
    )]
    [InlineData(
        """{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"T","Transitions":[]}]}""",
        "Transitions of action 'a'"
    )]
    [InlineData("""{"Version":"2019-10-30","Actions":[{"Identifier":"\ud800"}]}""", "no JSON")]
    public void What_is_no_flow_is_refused_in_a_sentence(string content, string words) =>
        Should.Throw<FlowUnreadable>(() => FlowDocument.Read(content)).Message.ShouldContain(words);

    [Fact]
    public void Any_text_is_a_flow_or_is_refused_in_a_sentence() =>
        Gen.Int[0, s_pieces.Length - 1]
            .Array[0, 40]
            .Sample(drawn => ReadOrRefuse(string.Concat(drawn.Select(piece => s_pieces[piece]))), iter: 5_000);

    [Fact]
    public void A_flow_with_a_piece_torn_out_or_doubled_is_a_flow_or_is_refused_in_a_sentence()
    {
        var whole = new AContactFlow().Invoking("first", "bye", "sorry").Saying("sorry", "bye").Ending().Json();

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 40], Gen.Int[0, whole.Length - 1])
            .Sample(
                (at, length, where) =>
                {
                    var torn = whole.Remove(at, Math.Min(length, whole.Length - at));
                    ReadOrRefuse(torn);
                    ReadOrRefuse(whole.Insert(where, whole.Substring(at, Math.Min(length, whole.Length - at))));
                },
                iter: 5_000
            );
    }

    [Fact]
    public void Invocations_are_found_in_the_flows_order_and_those_of_other_functions_are_left_out() =>
        new AContactFlow()
            .Invoking("first", "second", "bye", "$.Attributes.function")
            .Invoking("second", "third", "bye", $"{AContactFlow.OldArn}:live")
            .Invoking("third", "fourth", "bye", AContactFlow.NextArn)
            .Invoking("fourth", "bye", "bye", "444455556666:function:invoke-fargate-task")
            .Ending()
            .Document()
            .InvocationsOf(AContactFlow.Old)
            .Select(found => (found.Action, found.Match))
            .ShouldBe([
                ("first", FunctionMatch.Unknown),
                ("second", FunctionMatch.Same),
                ("fourth", FunctionMatch.Elsewhere),
            ]);

    private static void ReadOrRefuse(string content)
    {
        try
        {
            var flow = FlowDocument.Read(content);
            FlowGraft.Apply(flow, AContactFlow.Old, AContactFlow.WithQueue, AContactFlow.Inbound, 100);
        }
        catch (FlowUnreadable e)
        {
            e.Message.ShouldEndWith(".");
        }
    }
}
