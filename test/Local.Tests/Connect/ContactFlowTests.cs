using SonicBridge.Local.Connect;

namespace SonicBridge.Local.Tests.Connect;

public sealed class ContactFlowTests
{
    [Fact]
    public void An_action_that_the_interpreter_does_not_run_is_refused_by_name()
    {
        var flow = new AFlow().With("first", "CreateCase");

        Should.Throw<ContactFlowException>(flow.Build).Message.ShouldContain("'first' is of type CreateCase");
    }

    [Fact]
    public void A_transition_that_leads_nowhere_is_refused()
    {
        var flow = new AFlow().With("first", "Compare", "gone");

        Should.Throw<ContactFlowException>(flow.Build).Message.ShouldContain("leads to 'gone'");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"Version":"2018-01-01"}""")]
    [InlineData("""{"Version":"2019-10-30","StartAction":"a","Actions":[]}""")]
    [InlineData("""{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a"}]}""")]
    [InlineData("""{"Version":"2019-10-30","StartAction":"a","Actions":[{},{}]}""")]
    public void Anything_else_is_refused_with_one_kind_of_error(string json) =>
        Should.Throw<ContactFlowException>(() => ContactFlow.Parse(json));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("$.Attributes.name", "Ada")]
    [InlineData("Hello $.Attributes.name, you are on $.Channel.", "Hello Ada, you are on VOICE.")]
    [InlineData("https://b/$['Attributes']['name'].wav", "https://b/Ada.wav")]
    [InlineData("$.Attributes.['full name']!", "Ada Lovelace!")]
    [InlineData("$.Attributes.nobody", "")]
    [InlineData("5 $ and $", "5 $ and $")]
    public void References_in_a_text_are_filled_in(string text, string expected)
    {
        var contact = new Contact { Attributes = { ["name"] = "Ada", ["full name"] = "Ada Lovelace" } };

        FlowText.Fill(text, contact).ShouldBe(expected);
    }
}
