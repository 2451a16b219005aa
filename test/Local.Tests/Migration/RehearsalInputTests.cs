using System.Text.Json.Nodes;
using SonicBridge.Local.Migration;
using SonicBridge.Local.Tests.StepFunctions;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Local.Tests.Migration;

public sealed class RehearsalInputTests
{
    [Fact]
    public void Fields_are_those_of_the_migration() => RehearsalInput.Known.ShouldBe(MigrationInput.Fields);

    [Fact]
    public void What_is_not_given_is_as_a_rehearsal_needs_it()
    {
        var input = RehearsalInput.Parse("{}", isDryRun: false);

        var fields = JsonNode.Parse(input.ToString())!;
        ((int?)fields["pollSeconds"]).ShouldBe(1);
        ((int?)fields["bakeSeconds"]).ShouldBe(3);
        input.IsDryRun.ShouldBeFalse();
        input.OfRollback.ShouldBe("""{"pollSeconds":1}""");
    }

    [Fact]
    public void What_the_user_gives_wins()
    {
        var input = RehearsalInput.Parse("""{"pollSeconds":5,"bakeSeconds":60,"room":3}""", isDryRun: false);

        input.ToString().ShouldBe("""{"pollSeconds":5,"bakeSeconds":60,"room":3}""");
        input.OfRollback.ShouldBe("""{"pollSeconds":5}""");
    }

    [Fact]
    public void A_dry_run_is_asked_for_by_the_option_or_by_the_input()
    {
        RehearsalInput.Parse("{}", isDryRun: true).ToString().ShouldContain("\"dryRun\":true");
        RehearsalInput.Parse("""{"dryRun":true}""", isDryRun: false).IsDryRun.ShouldBeTrue();
        RehearsalInput.Parse("""{"dryRun":"yes"}""", isDryRun: false).IsDryRun.ShouldBeFalse();
    }

    [Theory]
    [InlineData("{}", 1)]
    [InlineData("""{"percentages":[5,20,60,100]}""", 2)]
    [InlineData("""{"percentages":[100]}""", null)]
    [InlineData("""{"percentages":["all"]}""", 1)]
    public void Calls_are_placed_at_the_partial_share_that_is_nearest_to_a_half(string text, int? step) =>
        RehearsalInput.Parse(text, isDryRun: false).StepOfCalls.ShouldBe(step);

    [Fact]
    public void A_field_that_the_migration_does_not_know_is_told_with_those_that_it_knows()
    {
        var told = Should
            .Throw<RehearsalInputException>(() => RehearsalInput.Parse("""{"percentage":[100]}""", isDryRun: false))
            .Message;

        told.ShouldContain("'percentage' is not known; the fields are ");
        var comment = (string)
            JsonNode.Parse(File.ReadAllText(Path.Combine(CallMachine.Root(), "statemachines", "migrate.asl.json")))![
                "Comment"
            ]!;
        var fields = told[told.IndexOf("dryRun", StringComparison.Ordinal)..told.IndexOf('.')].Split(", ");
        fields.ShouldAllBe(field => comment.Contains($"{field} ") || comment.Contains($" {field},"));
    }

    [Fact]
    public void What_is_no_JSON_is_told_in_a_sentence() =>
        Should
            .Throw<RehearsalInputException>(() => RehearsalInput.Parse("{", isDryRun: false))
            .Message.ShouldStartWith(
                "The value of --input cannot be used: It is no JSON; what is wrong is at character 2. Give"
            );

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"pollSeconds":1,"pollSeconds":2}""")]
    public void What_is_no_object_is_refused_with_what_to_give(string text) =>
        Should
            .Throw<RehearsalInputException>(() => RehearsalInput.Parse(text, isDryRun: false))
            .Message.ShouldEndWith("or leave it out.");
}
