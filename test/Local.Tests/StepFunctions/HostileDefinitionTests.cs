using System.Text.Json;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>Definitions that would end the process if they were taken: a stack that overflows cannot be caught.</summary>
public sealed class HostileDefinitionTests
{
    private static string Refusal(string path)
    {
        var definition =
            """{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"x.$":PATH},"End":true}}}""".Replace(
                "PATH",
                JsonSerializer.Serialize(path),
                StringComparison.Ordinal
            );
        return Should
            .Throw<DefinitionRefusedException>(() =>
                new DefinitionReader(Array.Empty<ITaskIntegration>()).Read(definition)
            )
            .Message;
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    [Theory]
    [InlineData("(")]
    [InlineData("!")]
    [InlineData("(!")]
    public void Filter_of_many_that_stand_in_one_another_is_refused(string opening) =>
        Refusal($"$[?({Repeat(opening, 4000)}@.a").ShouldContain("more than 64 stand one inside the other");

    [Fact]
    public void Filters_in_the_paths_of_filters_are_refused_when_they_are_deep() =>
        Refusal(Repeat("$[?(", 2000)).ShouldContain("more than 64 stand one inside the other");

    [Fact]
    public void Calls_in_the_arguments_of_calls_are_refused_when_they_are_deep() =>
        Refusal(Repeat("States.Array(", 700)).ShouldContain("more than 64 stand one inside the other");

    [Fact]
    public void Path_of_more_characters_than_anybody_writes_is_refused() =>
        Refusal("$" + Repeat(".a", 400_000)).ShouldContain("a path or an intrinsic function has 10000 at most");

    [Fact]
    public void Longest_chain_that_is_taken_is_evaluated_on_a_threads_own_stack()
    {
        var path = JsonPath.Parse($"$[?({string.Join("||", Enumerable.Repeat("@", 3000))})]");

        path.TryRead(JsonText.Parse("[false]"), out var value).ShouldBeTrue();

        JsonText.Write(value).ShouldBe("[false]");
    }

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("""["\ud83dx"]""")]
    public void Half_a_surrogate_pair_is_no_text(string json) =>
        Should.Throw<JsonException>(() => JsonText.Parse(json)).Message.ShouldContain("half a character");

    [Fact]
    public void Whole_surrogate_pair_is() => ((string?)JsonText.Parse("""["\ud83d\ude00"]""")![0]).ShouldBe("😀");

    [Fact]
    public void Bytes_that_are_no_UTF8_are_no_JSON() =>
        Should.Throw<JsonException>(() => JsonText.Parse([0x22, 0xFF, 0x22]));
}
