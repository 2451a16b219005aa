using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.StepFunctions;

public sealed class ChoiceTests
{
    private const string Input = """
        {"s":"hello","n":5,"d":5.0,"b":true,"t":"2026-01-01T00:00:00Z","null":null,"s2":"hello","n2":7,"b2":false,"t2":"2026-01-01T03:00:00+03:00","o":{},"log":"log-2026.txt","star":"a*b"}
        """;

    [Theory]
    [InlineData("""{"Variable":"$.s","StringEquals":"hello"}""", true)]
    [InlineData("""{"Variable":"$.s","StringEquals":"Hello"}""", false)]
    [InlineData("""{"Variable":"$.s","StringEqualsPath":"$.s2"}""", true)]
    [InlineData("""{"Variable":"$.s","StringLessThan":"help"}""", true)]
    [InlineData("""{"Variable":"$.s","StringGreaterThan":"Zebra"}""", true)]
    [InlineData("""{"Variable":"$.s","StringLessThanEqualsPath":"$.s2"}""", true)]
    [InlineData("""{"Variable":"$.s","StringGreaterThanEquals":"help"}""", false)]
    [InlineData("""{"Variable":"$.n","StringEquals":"5"}""", false)]
    [InlineData("""{"Variable":"$.log","StringMatches":"log-*.txt"}""", true)]
    [InlineData("""{"Variable":"$.log","StringMatches":"log-*.tx"}""", false)]
    [InlineData("""{"Variable":"$.log","StringMatches":"*"}""", true)]
    [InlineData("""{"Variable":"$.star","StringMatches":"a\\*b"}""", true)]
    [InlineData("""{"Variable":"$.s","StringMatches":"h\\*o"}""", false)]
    [InlineData("""{"Variable":"$.n","NumericEquals":5}""", true)]
    [InlineData("""{"Variable":"$.d","NumericEquals":5}""", true)]
    [InlineData("""{"Variable":"$.n","NumericEqualsPath":"$.d"}""", true)]
    [InlineData("""{"Variable":"$.n","NumericLessThan":5.01}""", true)]
    [InlineData("""{"Variable":"$.n","NumericGreaterThanPath":"$.n2"}""", false)]
    [InlineData("""{"Variable":"$.n","NumericGreaterThanEquals":5}""", true)]
    [InlineData("""{"Variable":"$.n","NumericLessThanEquals":4}""", false)]
    [InlineData("""{"Variable":"$.s","NumericEquals":5}""", false)]
    [InlineData("""{"Variable":"$.b","BooleanEquals":true}""", true)]
    [InlineData("""{"Variable":"$.b","BooleanEqualsPath":"$.b2"}""", false)]
    [InlineData("""{"Variable":"$.s","BooleanEquals":false}""", false)]
    [InlineData("""{"Variable":"$.t","TimestampEquals":"2026-01-01T01:00:00+01:00"}""", true)]
    [InlineData("""{"Variable":"$.t","TimestampEqualsPath":"$.t2"}""", true)]
    [InlineData("""{"Variable":"$.t","TimestampLessThan":"2026-01-01T00:00:00.5Z"}""", true)]
    [InlineData("""{"Variable":"$.t","TimestampGreaterThan":"2026-01-01T00:00:00Z"}""", false)]
    [InlineData("""{"Variable":"$.t","TimestampGreaterThanEquals":"2026-01-01T00:00:00Z"}""", true)]
    [InlineData("""{"Variable":"$.t","TimestampLessThanEqualsPath":"$.s"}""", false)]
    [InlineData("""{"Variable":"$.x","IsPresent":true}""", false)]
    [InlineData("""{"Variable":"$.x","IsPresent":false}""", true)]
    [InlineData("""{"Variable":"$.null","IsPresent":true}""", true)]
    [InlineData("""{"Variable":"$.null","IsNull":true}""", true)]
    [InlineData("""{"Variable":"$.s","IsNull":false}""", true)]
    [InlineData("""{"Variable":"$.s","IsString":true}""", true)]
    [InlineData("""{"Variable":"$.n","IsNumeric":true}""", true)]
    [InlineData("""{"Variable":"$.b","IsBoolean":true}""", true)]
    [InlineData("""{"Variable":"$.o","IsBoolean":false}""", true)]
    [InlineData("""{"Variable":"$.t","IsTimestamp":true}""", true)]
    [InlineData("""{"Variable":"$.s","IsTimestamp":true}""", false)]
    [InlineData("""{"Variable":"$$.State.Name","StringEquals":"Choose"}""", true)]
    [InlineData("""{"Not":{"Variable":"$.b","BooleanEquals":true}}""", false)]
    [InlineData("""{"And":[{"Variable":"$.b","BooleanEquals":true},{"Variable":"$.n","NumericEquals":5}]}""", true)]
    [InlineData("""{"And":[{"Variable":"$.x","IsPresent":true},{"Variable":"$.x","NumericEquals":5}]}""", false)]
    [InlineData(
        """{"Or":[{"Variable":"$.b","BooleanEquals":false},{"Not":{"Variable":"$.n","NumericEquals":6}}]}""",
        true
    )]
    public async Task Rule_holds_or_not(string rule, bool expected)
    {
        var bench = new StatesBench();

        var execution = await bench.RunAsync(Machine(rule), Input);

        execution.Cause.ShouldBeNull();
        StatesBench.PathOf(execution).Last().ShouldBe(expected ? "Yes" : "No");
        execution.Output.ShouldBe(Input.Trim());
    }

    [Fact]
    public async Task Look_at_what_is_not_there_fails_the_execution()
    {
        var execution = await new StatesBench().RunAsync(Machine("""{"Variable":"$.x","NumericEquals":5}"""), Input);

        execution.Error.ShouldBe("States.Runtime");
        execution.Cause!.ShouldContain("'$.x'");
    }

    [Fact]
    public async Task Without_match_and_default_no_choice_matched()
    {
        var definition = Machine("""{"Variable":"$.n","NumericEquals":0}""")
            .Replace(",\"Default\":\"No\"", "", StringComparison.Ordinal)
            .Replace(",\"No\":{\"Type\":\"Succeed\"}", "", StringComparison.Ordinal);

        (await new StatesBench().RunAsync(definition, Input)).Error.ShouldBe(ErrorNames.NoChoiceMatched);
    }

    private static string Machine(string rule) =>
        $$"""
            {"StartAt":"Choose","States":{"Choose":{"Type":"Choice","Choices":[{{rule[
                ..^1
            ]}},"Next":"Yes"}],"Default":"No"},"Yes":{"Type":"Succeed"},"No":{"Type":"Succeed"} } }
            """;
}
